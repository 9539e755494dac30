import { isLibrary, isProduction, isService, isSmall } from "../answers-read.ts";
import { overAtSmallTiers } from "../ceiling.ts";
import { type ChoiceDecision, choice } from "../define.ts";

const SMALL = "At tiers 1 and 2 the README is the documentation.";

export const docsSite: ChoiceDecision<"docs_site", "none" | "sphinx" | "mkdocs" | "markdown"> = choice({
  id: "docs_site",
  stage: "features",
  ask: "Is there documentation beyond the README?",
  label: "Documentation",
  why: "Documentation that is built and checked stays true; a folder of files is enough when few people read it.",
  presence: "required",
  gate: true,
  whenUnanswered: "none",
  options: {
    none: {
      label: "README only",
      summary: "One file says it all.",
      chooseWhen: "It fits on two screens.",
      costs: "A public API or a maintained library needs more; the critic says so.",
      changes: "No docs/ folder.",
    },
    sphinx: {
      label: "Sphinx",
      summary: "A site with an API reference taken from the code, written in Markdown.",
      chooseWhen: "A library, or anything with many names to look up.",
      costs: "Its own vocabulary; the build fails on every broken reference, which is the point.",
      changes: "docs/ with MyST, autodoc, doctests and Read the Docs settings; CI builds with warnings as errors.",
      aboveCeiling: overAtSmallTiers(SMALL),
    },
    mkdocs: {
      label: "MkDocs",
      summary: "A handsome site from Markdown with little set-up.",
      chooseWhen: "Guides matter more than a reference, and it lives for a year or two.",
      costs:
        "MkDocs 1.x has had no release since August 2024, and Material ends in May 2027; the layout is kept readable for its successors.",
      changes: "mkdocs.yml and docs/, built strictly in CI.",
      aboveCeiling: overAtSmallTiers(SMALL),
    },
    markdown: {
      label: "Markdown files",
      summary: "A docs/ folder that is read where the code is read.",
      chooseWhen: "Your own team and the people who operate it are the readers.",
      costs: "No search and no link check beyond ours.",
      changes: "docs/*.md for errors, configuration and operation, and decision records.",
    },
  },
  suggest(answers) {
    if (!answers.intake?.tier) return null;
    if (isSmall(answers)) return { value: "none", reason: "at this tier the README is the documentation" };
    if (isLibrary(answers))
      return { value: "sphinx", reason: "the reference comes from the code, and broken links fail the build" };
    if (isService(answers) && isProduction(answers))
      return {
        value: "markdown",
        reason: "the people who operate it read the repository, and callers have the contract",
      };
    return { value: "none", reason: "the README is enough until somebody asks for more" };
  },
});
