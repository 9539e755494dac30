import { type ChoiceDecision, choice } from "../define.ts";

export const errorHandling: ChoiceDecision<"error_handling", "exceptions" | "result" | "mixed"> = choice({
  id: "error_handling",
  stage: "architecture",
  ask: "error_handling",
  label: "error_handling",
  why: "",
  presence: "required",
  options: {
    exceptions: { label: "exceptions", summary: "", chooseWhen: "", costs: "", changes: "" },
    result: { label: "result", summary: "", chooseWhen: "", costs: "", changes: "" },
    mixed: { label: "mixed", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
