import { type ChoiceDecision, choice } from "../define.ts";

export const demos: ChoiceDecision<"demos", "none" | "quickstart" | "tutorial" | "comprehensive"> = choice({
  id: "demos",
  stage: "features",
  ask: "demos",
  label: "demos",
  why: "",
  presence: "required",
  options: {
    none: { label: "none", summary: "", chooseWhen: "", costs: "", changes: "" },
    quickstart: { label: "quickstart", summary: "", chooseWhen: "", costs: "", changes: "" },
    tutorial: { label: "tutorial", summary: "", chooseWhen: "", costs: "", changes: "" },
    comprehensive: { label: "comprehensive", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
