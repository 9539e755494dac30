import { type ChoiceDecision, choice } from "../define.ts";

export const logging: ChoiceDecision<"logging", "stdlib" | "structlog" | "minimal"> = choice({
  id: "logging",
  stage: "architecture",
  ask: "logging",
  label: "logging",
  why: "",
  presence: "required",
  options: {
    stdlib: { label: "stdlib", summary: "", chooseWhen: "", costs: "", changes: "" },
    structlog: { label: "structlog", summary: "", chooseWhen: "", costs: "", changes: "" },
    minimal: { label: "minimal", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
