import { type NumberChoiceDecision, numberChoice } from "../define.ts";

export const tier: NumberChoiceDecision<"tier"> = numberChoice({
  id: "tier",
  stage: "intake",
  ask: "tier",
  label: "tier",
  why: "",
  presence: "required",
  options: {
    "1": { label: "1", summary: "", chooseWhen: "", costs: "", changes: "" },
    "2": { label: "2", summary: "", chooseWhen: "", costs: "", changes: "" },
    "3": { label: "3", summary: "", chooseWhen: "", costs: "", changes: "" },
    "4": { label: "4", summary: "", chooseWhen: "", costs: "", changes: "" },
    "5": { label: "5", summary: "", chooseWhen: "", costs: "", changes: "" },
    "6": { label: "6", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
