import { type ToggleDecision, toggle } from "../define.ts";

export const dockerfile: ToggleDecision<"dockerfile"> = toggle({
  id: "dockerfile",
  stage: "features",
  ask: "dockerfile",
  label: "dockerfile",
  why: "",
  presence: "required",
  options: {
    true: { label: "true", summary: "", chooseWhen: "", costs: "", changes: "" },
    false: { label: "false", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
