import { overAtSmallTiers } from "../ceiling.ts";
import { type ChoiceDecision, choice } from "../define.ts";

export const errorHandling: ChoiceDecision<"error_handling", "exceptions" | "result" | "mixed"> = choice({
  id: "error_handling",
  stage: "architecture",
  ask: "How does code say that something went wrong?",
  label: "Error handling",
  why: "It shapes every signature between the rules and the edge, and what a caller is forced to think of.",
  presence: "required",
  options: {
    exceptions: {
      label: "Exceptions with a hierarchy",
      summary: "Each failure is a class that carries facts; the edge maps classes to answers.",
      chooseWhen: "Frameworks around you raise and catch, and most failures end the request anyway.",
      costs: "A signature does not show what may be raised; a table of all errors has to be kept whole by a test.",
      changes: "domain errors with codes, one mapping from class to problem, one handler at the edge.",
    },
    result: {
      label: "Result objects",
      summary: "Functions return Ok or Err, and the type checker makes callers look.",
      chooseWhen: "Refusals are normal outcomes with branches of their own, and the team likes explicit types.",
      costs: "Every caller matches or passes on; libraries still raise, so there are two worlds at the edge.",
      changes:
        "A result.py of forty lines without a dependency, match at the edge, a test that every variant is mapped.",
      aboveCeiling: overAtSmallTiers("At tiers 1 and 2 Result objects add ceremony to code that is read once."),
    },
    mixed: {
      label: "Mixed",
      summary: "Result for refusals one expects, exceptions for faults.",
      chooseWhen: "You can say in one sentence which is which, and will hold it in reviews.",
      costs: "Without that sentence every author decides anew; the critic asks for it.",
      changes: "result.py and error classes, one translator at the edge, and a decision record with your rule.",
      aboveCeiling: overAtSmallTiers("At tiers 1 and 2 two error styles cost more than they clarify."),
    },
  },
  suggest: () => ({
    value: "exceptions",
    reason: "frameworks and libraries raise anyway, and one table at the edge turns classes into answers",
  }),
});
