import { type ChoiceDecision, choice } from "../define.ts";

export const mode: ChoiceDecision<"mode", "custom" | "guided" | "template"> = choice({
  id: "mode",
  stage: "structure",
  ask: "mode",
  label: "mode",
  why: "",
  presence: "required",
  options: {
    custom: { label: "custom", summary: "", chooseWhen: "", costs: "", changes: "" },
    guided: { label: "guided", summary: "", chooseWhen: "", costs: "", changes: "" },
    template: { label: "template", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
