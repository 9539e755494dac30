import { type ToggleDecision, toggle } from "../define.ts";

export const ci: ToggleDecision<"ci"> = toggle({
  id: "ci",
  stage: "features",
  ask: "ci",
  label: "ci",
  why: "",
  presence: "required",
  options: {
    true: { label: "true", summary: "", chooseWhen: "", costs: "", changes: "" },
    false: { label: "false", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
