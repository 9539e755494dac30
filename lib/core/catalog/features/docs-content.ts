import { type ChoicesDecision, choices } from "../define.ts";

type Content = "api_reference" | "tutorials" | "architecture" | "contributing";

export const docsContent: ChoicesDecision<"docs_content", Content> = choices({
  id: "docs_content",
  stage: "features",
  ask: "What does the documentation contain?",
  label: "Documentation contents",
  why: "Each part is a task of its own and has to be kept true. Choose what somebody would miss.",
  presence: "required",
  atLeast: 0,
  whenUnanswered: [],
  askedWhen: ({ features }) => features?.docs_site !== undefined && features.docs_site !== "none",
  options: {
    api_reference: {
      label: "API reference",
      summary: "Every public name with its signature and meaning.",
      chooseWhen: "People look things up: libraries and large APIs.",
      costs: "Docstrings must be written for strangers.",
      changes: "Reference pages, taken from the code where the tool can.",
    },
    tutorials: {
      label: "Tutorials",
      summary: "A first success, step by step.",
      chooseWhen: "People arrive without knowing the idea behind it.",
      costs: "Steps break when the interface changes; they are executed where possible.",
      changes: "A tutorial and how-to pages.",
    },
    architecture: {
      label: "Architecture",
      summary: "How the parts fit and why.",
      chooseWhen: "Others will change it, or a reviewer asks.",
      costs: "It has to be changed with the code; decision records carry most of it.",
      changes: "An overview page beside the decision records.",
    },
    contributing: {
      label: "Contributing",
      summary: "How to set it up, test it and send a change.",
      chooseWhen: "People outside the team send changes.",
      costs: "A promise to answer them.",
      changes: "A contributing guide with the commands that CI runs.",
    },
  },
  suggest(answers) {
    const site = answers.features?.docs_site;
    if (site === undefined || site === "none") return null;
    if (site === "sphinx" || site === "mkdocs")
      return {
        value: ["api_reference", "tutorials"],
        reason: "a reference to look things up and one way in are what readers of a site expect",
      };
    return { value: ["architecture"], reason: "the next person to change it needs to know how the parts fit" };
  },
  check: (value, path, { features }) =>
    value.length > 0 && (features?.docs_site ?? "none") === "none"
      ? [
          {
            path,
            code: "not_asked",
            message: "Contents are chosen, but there is no documentation to put them in.",
            hint: 'Write [], or choose "sphinx", "mkdocs" or "markdown" for features.docs_site.',
          },
        ]
      : [],
});
