import { type ToggleDecision, toggle } from "../define.ts";

export const devcontainer: ToggleDecision<"devcontainer"> = toggle({
  id: "devcontainer",
  stage: "features",
  ask: "devcontainer",
  label: "devcontainer",
  why: "",
  presence: "required",
  options: {
    true: { label: "true", summary: "", chooseWhen: "", costs: "", changes: "" },
    false: { label: "false", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
