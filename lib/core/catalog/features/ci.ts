import { tierOf } from "../answers-read.ts";
import { overAtTiers } from "../ceiling.ts";
import { type ToggleDecision, toggle } from "../define.ts";

export const ci: ToggleDecision<"ci"> = toggle({
  id: "ci",
  stage: "features",
  ask: "Are the checks run on every push (GitHub Actions)?",
  label: "CI",
  why: "A check that only runs when somebody remembers is not a check.",
  presence: "required",
  gate: true,
  whenUnanswered: false,
  options: {
    true: {
      label: "Yes",
      summary: "Lint, types, tests and build run on push and pull request.",
      chooseWhen: "More than one person pushes, or it is released.",
      costs: "Minutes per push, and a red build that somebody has to care about.",
      changes:
        ".github/workflows/ci.yml with pinned actions and no write permissions, and Dependabot with a week's cooldown.",
      aboveCeiling: overAtTiers({ 1: "At tier 1 (interview) a reader runs one command; a workflow is scaffolding." }),
    },
    false: {
      label: "No",
      summary: "Checks run by hand or in another system.",
      chooseWhen: "The code does not live on GitHub, or is thrown away.",
      costs: "From tier 3 up the critic counts it as missing.",
      changes: "No .github/ folder.",
    },
  },
  suggest(answers) {
    if (tierOf(answers) === 0) return null;
    return tierOf(answers) >= 3
      ? { value: true, reason: "from tier 3 on checks should not depend on memory" }
      : { value: false, reason: "at this tier one command is enough" };
  },
});
