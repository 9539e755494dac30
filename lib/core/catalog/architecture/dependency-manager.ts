import { type ChoiceDecision, choice } from "../define.ts";

export const dependencyManager: ChoiceDecision<
  "dependency_manager",
  "uv" | "poetry" | "pdm" | "pip_requirements" | "pip_pyproject"
> = choice({
  id: "dependency_manager",
  stage: "architecture",
  ask: "dependency_manager",
  label: "dependency_manager",
  why: "",
  presence: "required",
  options: {
    uv: { label: "uv", summary: "", chooseWhen: "", costs: "", changes: "" },
    poetry: { label: "poetry", summary: "", chooseWhen: "", costs: "", changes: "" },
    pdm: { label: "pdm", summary: "", chooseWhen: "", costs: "", changes: "" },
    pip_requirements: { label: "pip_requirements", summary: "", chooseWhen: "", costs: "", changes: "" },
    pip_pyproject: { label: "pip_pyproject", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
