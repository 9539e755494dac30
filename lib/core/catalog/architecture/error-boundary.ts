import { type TextDecision, text } from "../define.ts";
import { lineProblems } from "../text-rules.ts";

export const errorBoundary: TextDecision<"error_boundary", "optional"> = text({
  id: "error_boundary",
  stage: "architecture",
  ask: "Which failures are results and which are exceptions?",
  label: "Error boundary",
  why: "A mixed style works when its rule is written down; it goes into a decision record.",
  presence: "optional",
  placeholder: "Result for refusals a caller can act on; exceptions for faults and bugs",
  maxLength: 300,
  askedWhen: ({ architecture }) => architecture?.error_handling === "mixed",
  check: lineProblems,
  suggest: ({ architecture }) =>
    architecture?.error_handling === "mixed"
      ? {
          value: "Result for refusals a caller can act on; exceptions for faults and bugs",
          reason: "it is the rule most teams with a mixed style end up with",
        }
      : null,
});
