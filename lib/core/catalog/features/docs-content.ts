import { type ChoicesDecision, choices } from "../define.ts";

export const docsContent: ChoicesDecision<
  "docs_content",
  "api_reference" | "tutorials" | "architecture" | "contributing"
> = choices({
  id: "docs_content",
  stage: "features",
  ask: "docs_content",
  label: "docs_content",
  why: "",
  presence: "required",
  atLeast: 0,
  options: {
    api_reference: { label: "api_reference", summary: "", chooseWhen: "", costs: "", changes: "" },
    tutorials: { label: "tutorials", summary: "", chooseWhen: "", costs: "", changes: "" },
    architecture: { label: "architecture", summary: "", chooseWhen: "", costs: "", changes: "" },
    contributing: { label: "contributing", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
