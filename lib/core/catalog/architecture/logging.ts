import { isLibrary, isOperated, isService, isSmall, tierOf } from "../answers-read.ts";
import { overAtTiers } from "../ceiling.ts";
import { type ChoiceDecision, choice } from "../define.ts";

export const logging: ChoiceDecision<"logging", "stdlib" | "structlog" | "minimal"> = choice({
  id: "logging",
  stage: "architecture",
  ask: "What does it write down about itself?",
  label: "Logging",
  why: "At three in the morning the log is all there is. The answer decides whether one can follow a single request through it.",
  presence: "required",
  options: {
    stdlib: {
      label: "Standard library",
      summary: "The logging module, with JSON lines in deployment.",
      chooseWhen: "You publish a library, or want no dependency for logs.",
      costs: "Context such as a request id has to be carried by hand-written filters.",
      changes: "log.py with one configure function; a library only names its logger and adds a NullHandler.",
    },
    structlog: {
      label: "structlog",
      summary: "Events with named values, bound once per request and written as JSON.",
      chooseWhen: "A service whose logs are searched by field, not by grep.",
      costs: "One dependency and a set-up that must also catch the logs of other libraries; both are generated.",
      changes:
        "log.py with a bridge for uvicorn and SQLAlchemy, request ids in pure ASGI middleware, a processor that removes secrets.",
      aboveCeiling: overAtTiers({
        1: "At tier 1 (interview) plain log lines are enough.",
        2: "At tier 2 (prototype) hardly anything is logged.",
        6: "A library must not choose a logging framework for its users.",
      }),
    },
    minimal: {
      label: "Minimal",
      summary: "Errors only, through the standard library.",
      chooseWhen: "A prototype or a small tool whose output is its result.",
      costs: "A failure in deployment leaves no trace; from tier 3 up the critic says so.",
      changes: "No log.py; modules name their logger, and errors reach stderr.",
    },
  },
  suggest(answers) {
    if (!answers.intake?.purpose) return null;
    if (isLibrary(answers))
      return { value: "stdlib", reason: "a library leaves the choice of a logging framework to its users" };
    if (tierOf(answers) === 2) return { value: "minimal", reason: "a prototype is watched while it runs" };
    if (isSmall(answers)) return { value: "stdlib", reason: "a few plain lines are enough at this tier" };
    if (isService(answers) && isOperated(answers))
      return {
        value: "structlog",
        reason: "a request can be followed by its id, and secrets are removed in one place",
      };
    return { value: "stdlib", reason: "a program that ends needs lines, not a framework" };
  },
});
