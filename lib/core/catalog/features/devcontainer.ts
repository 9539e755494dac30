import { isProduction, isService, tierOf } from "../answers-read.ts";
import { overAtSmallTiers } from "../ceiling.ts";
import { type ToggleDecision, toggle } from "../define.ts";

export const devcontainer: ToggleDecision<"devcontainer"> = toggle({
  id: "devcontainer",
  stage: "features",
  ask: "Is there a development container?",
  label: "Dev container",
  why: "It gives every editor and every cloud workspace the same Python and the same database.",
  presence: "required",
  gate: true,
  whenUnanswered: false,
  options: {
    true: {
      label: "Yes",
      summary: "One description of the development environment.",
      chooseWhen: "Several people with different machines work on it, or somebody uses cloud workspaces.",
      costs: "Docker on every machine, and an image to keep current.",
      changes: ".devcontainer/devcontainer.json that installs with the same line as CI.",
      aboveCeiling: overAtSmallTiers("At tiers 1 and 2 setting up takes one command anyway."),
    },
    false: {
      label: "No",
      summary: "Everybody sets up their machine from the README.",
      chooseWhen: "The set-up is one command.",
      costs: "Differences between machines show up as odd failures.",
      changes: "No .devcontainer/ folder.",
    },
  },
  suggest(answers) {
    if (tierOf(answers) === 0) return null;
    return isService(answers) && isProduction(answers) && tierOf(answers) >= 3
      ? { value: true, reason: "a service with a database takes more than one command to set up by hand" }
      : { value: false, reason: "setting up takes one command" };
  },
});
