import { isProduction, isSmall, tierOf } from "../answers-read.ts";
import { type ToggleDecision, toggle } from "../define.ts";

export const precommit: ToggleDecision<"precommit"> = toggle({
  id: "precommit",
  stage: "features",
  ask: "Are checks run before each commit?",
  label: "Pre-commit hooks",
  why: "Formatting and secrets are cheapest to catch before they are in the history.",
  presence: "required",
  gate: true,
  whenUnanswered: false,
  options: {
    true: {
      label: "Yes",
      summary: "Formatter, linter, types and a search for secrets, on changed files.",
      chooseWhen: "More than one person commits, or it is maintained.",
      costs: "A second or two per commit; versions have to be raised now and then.",
      changes: ".pre-commit-config.yaml with the same versions as CI; prek reads it unchanged.",
    },
    false: {
      label: "No",
      summary: "The same commands are run by hand or in CI.",
      chooseWhen: "It is small or short-lived.",
      costs: "Formatting noise in reviews; production maturity draws a finding.",
      changes: "No hooks.",
    },
  },
  suggest(answers) {
    if (tierOf(answers) === 0) return null;
    return isProduction(answers) && !isSmall(answers)
      ? { value: true, reason: "maintained code should not collect formatting noise or secrets" }
      : { value: false, reason: "the commands of the README do the same at this size" };
  },
});
