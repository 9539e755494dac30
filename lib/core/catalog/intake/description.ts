import { type TextDecision, text } from "../define.ts";
import { lineProblems } from "../text-rules.ts";

export const description: TextDecision<"description"> = text({
  id: "description",
  stage: "intake",
  ask: "What does it do, for whom, and what must never happen?",
  label: "Description",
  why: "One sentence that opens the README and the package metadata. The critic reads it, and its words speak for or against a tier.",
  presence: "required",
  placeholder: "Lets clinics hold and confirm appointment slots without double-booking a practitioner",
  maxLength: 500,
  check: lineProblems,
});
