import { isDeployed, tierOf } from "../answers-read.ts";
import { overAtTiers } from "../ceiling.ts";
import { type ToggleDecision, toggle } from "../define.ts";

export const dockerfile: ToggleDecision<"dockerfile"> = toggle({
  id: "dockerfile",
  stage: "features",
  ask: "Is there an image (Dockerfile and compose)?",
  label: "Dockerfile",
  why: "An image is how a service reaches a machine that is not yours.",
  presence: "required",
  gate: true,
  whenUnanswered: false,
  options: {
    true: {
      label: "Yes",
      summary: "A small image without root, and a compose file for development.",
      chooseWhen: "It is deployed as a container, or its database should start with one command.",
      costs: "Base images need rebuilding for security fixes.",
      changes: "Dockerfile in two stages with a health check, .dockerignore, compose.yaml with the database.",
      aboveCeiling: overAtTiers({
        1: "At tier 1 (interview) an image is scaffolding around a small program.",
        6: "A published library is installed, not run.",
      }),
    },
    false: {
      label: "No",
      summary: "It runs from a virtual environment.",
      chooseWhen: "It is installed or run on the machine itself, or the platform builds it.",
      costs: "Container deployment without it draws a finding.",
      changes: "No Docker files.",
    },
  },
  suggest(answers) {
    if (answers.intake?.deployment === undefined || tierOf(answers) === 0) return null;
    return isDeployed(answers) && tierOf(answers) !== 1 && tierOf(answers) !== 6
      ? { value: true, reason: "it is deployed away from your machine" }
      : { value: false, reason: "nothing in the deployment asks for an image" };
  },
});
