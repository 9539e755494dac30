import { type ChoiceDecision, choice } from "../define.ts";

export const maturity: ChoiceDecision<"maturity", "prototype" | "production" | "long_term"> = choice({
  id: "maturity",
  stage: "intake",
  ask: "maturity",
  label: "maturity",
  why: "",
  presence: "required",
  options: {
    prototype: { label: "prototype", summary: "", chooseWhen: "", costs: "", changes: "" },
    production: { label: "production", summary: "", chooseWhen: "", costs: "", changes: "" },
    long_term: { label: "long_term", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
