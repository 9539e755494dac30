import { type ChoiceDecision, choice } from "../define.ts";

export const docsSite: ChoiceDecision<"docs_site", "none" | "sphinx" | "mkdocs" | "markdown"> = choice({
  id: "docs_site",
  stage: "features",
  ask: "docs_site",
  label: "docs_site",
  why: "",
  presence: "required",
  options: {
    none: { label: "none", summary: "", chooseWhen: "", costs: "", changes: "" },
    sphinx: { label: "sphinx", summary: "", chooseWhen: "", costs: "", changes: "" },
    mkdocs: { label: "mkdocs", summary: "", chooseWhen: "", costs: "", changes: "" },
    markdown: { label: "markdown", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
