import { type TextDecision, text } from "../define.ts";
import { lineProblems } from "../text-rules.ts";

export const author: TextDecision<"author"> = text({
  id: "author",
  stage: "intake",
  ask: "Who is named as the author?",
  label: "Author",
  why: "A person, team or company for LICENSE and the package metadata. No address is asked for.",
  presence: "required",
  placeholder: "Clinic Platform Team",
  maxLength: 100,
  check: lineProblems,
});
