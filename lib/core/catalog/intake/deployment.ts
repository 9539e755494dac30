import { isService, isSmall } from "../answers-read.ts";
import { type ChoiceDecision, choice } from "../define.ts";

export const deployment: ChoiceDecision<"deployment", "local" | "docker" | "cloud" | "multiple" | "undecided"> = choice(
  {
    id: "deployment",
    stage: "intake",
    ask: "Where does it run?",
    label: "Deployment",
    why: "Configuration, health checks, pool sizes and shutdown depend on what starts and stops the process.",
    presence: "required",
    options: {
      local: {
        label: "Local only",
        summary: "On the machine of whoever uses it.",
        chooseWhen: "It is installed or cloned and run by hand: libraries, tools, experiments.",
        costs: "Nothing now. For a service from tier 3 up it leaves open how it will ever be reached.",
        changes: "No image; the README shows how to run it here.",
      },
      docker: {
        label: "Containers",
        summary: "As an image, started by compose, Kubernetes or a host of yours.",
        chooseWhen: "You operate it yourself, or hand an image to those who do.",
        costs: "Images need rebuilding when Debian or Python publishes fixes: plan a weekly update.",
        changes:
          "A multi-stage image without root, health checks and a compose file for development, once you choose the Dockerfile.",
      },
      cloud: {
        label: "Cloud platform",
        summary: "On a platform that builds and runs it, such as Cloud Run, App Runner, Fly or Heroku.",
        chooseWhen: "You would rather pay than operate, and the platform's limits fit.",
        costs: "The port, the proxy and the file system are the platform's: nothing written to disk survives.",
        changes: "The port comes from PORT, logs go to stdout only, and proxy headers are trusted by setting.",
      },
      multiple: {
        label: "Several environments",
        summary: "Development, staging and production, or several customers' installations.",
        chooseWhen: "The same build runs with different settings, and the difference must be visible.",
        costs: "Every setting multiplies; flat environment variables hide drift between environments.",
        changes:
          "Speaks for configuration files per environment with secrets from the environment; locks become universal.",
      },
      undecided: {
        label: "Undecided",
        summary: "It is not known yet.",
        chooseWhen: "The decision is somebody else's and will come before the first release.",
        costs:
          "Above the prototype tier, health checks and pool sizes cannot be fixed; the critic counts it as missing.",
        changes: "No image unless you ask for one; the README lists what is still to decide.",
      },
    },
    suggest(answers) {
      if (!answers.intake?.purpose) return null;
      if (isService(answers) && !isSmall(answers))
        return { value: "docker", reason: "a service has to run somewhere, and an image runs in most places" };
      return { value: "local", reason: "nothing in the purpose asks for a host of its own" };
    },
  },
);
