import { type ChoiceDecision, choice } from "../define.ts";

export const outbound: ChoiceDecision<"outbound", "none" | "webhook"> = choice({
  id: "outbound",
  stage: "features",
  ask: "outbound",
  label: "outbound",
  why: "",
  presence: "required",
  options: {
    none: { label: "none", summary: "", chooseWhen: "", costs: "", changes: "" },
    webhook: { label: "webhook", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
