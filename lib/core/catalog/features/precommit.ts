import { type ToggleDecision, toggle } from "../define.ts";

export const precommit: ToggleDecision<"precommit"> = toggle({
  id: "precommit",
  stage: "features",
  ask: "precommit",
  label: "precommit",
  why: "",
  presence: "required",
  options: {
    true: { label: "true", summary: "", chooseWhen: "", costs: "", changes: "" },
    false: { label: "false", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
