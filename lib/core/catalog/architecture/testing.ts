import { type ChoiceDecision, choice } from "../define.ts";

export const testing: ChoiceDecision<"testing", "none" | "unit" | "unit_integration" | "comprehensive"> = choice({
  id: "testing",
  stage: "architecture",
  ask: "testing",
  label: "testing",
  why: "",
  presence: "required",
  options: {
    none: { label: "none", summary: "", chooseWhen: "", costs: "", changes: "" },
    unit: { label: "unit", summary: "", chooseWhen: "", costs: "", changes: "" },
    unit_integration: { label: "unit_integration", summary: "", chooseWhen: "", costs: "", changes: "" },
    comprehensive: { label: "comprehensive", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
