import { type ChoiceDecision, choice } from "../define.ts";

export const auth: ChoiceDecision<"auth", "none" | "api_key" | "jwt" | "undecided"> = choice({
  id: "auth",
  stage: "architecture",
  ask: "auth",
  label: "auth",
  why: "",
  presence: "required",
  options: {
    none: { label: "none", summary: "", chooseWhen: "", costs: "", changes: "" },
    api_key: { label: "api_key", summary: "", chooseWhen: "", costs: "", changes: "" },
    jwt: { label: "jwt", summary: "", chooseWhen: "", costs: "", changes: "" },
    undecided: { label: "undecided", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
