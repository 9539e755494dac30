import { isService, tierOf } from "../answers-read.ts";
import { type TextDecision, text } from "../define.ts";
import { lineProblems } from "../text-rules.ts";

const asked = (answers: Parameters<typeof isService>[0]): boolean => isService(answers) && tierOf(answers) >= 4;

export const slo: TextDecision<"slo", "optional"> = text({
  id: "slo",
  stage: "architecture",
  ask: "Which availability and speed do you promise?",
  label: "Service level",
  why: "Timeouts, pool sizes and alerts need a number to aim at.",
  presence: "optional",
  placeholder: "99.9 % of requests succeed, 95 % within 300 ms",
  maxLength: 200,
  askedWhen: asked,
  check: lineProblems,
  suggest: (answers) =>
    asked(answers)
      ? {
          value: "99.9 % of requests succeed, 95 % within 300 ms",
          reason: "one machine and one database can hold it, and users rarely notice less",
        }
      : null,
});
