import { type ChoicesDecision, choices } from "../define.ts";

export const readmeLanguages: ChoicesDecision<"readme_languages", "zh" | "ja" | "es" | "fr" | "de"> = choices({
  id: "readme_languages",
  stage: "features",
  ask: "readme_languages",
  label: "readme_languages",
  why: "",
  presence: "required",
  atLeast: 0,
  options: {
    zh: { label: "zh", summary: "", chooseWhen: "", costs: "", changes: "" },
    ja: { label: "ja", summary: "", chooseWhen: "", costs: "", changes: "" },
    es: { label: "es", summary: "", chooseWhen: "", costs: "", changes: "" },
    fr: { label: "fr", summary: "", chooseWhen: "", costs: "", changes: "" },
    de: { label: "de", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
