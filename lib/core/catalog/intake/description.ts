import { type TextDecision, text } from "../define.ts";

export const description: TextDecision<"description"> = text({
  id: "description",
  stage: "intake",
  ask: "description",
  label: "description",
  why: "",
  presence: "required",
  maxLength: 200,
});
