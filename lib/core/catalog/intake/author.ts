import { type TextDecision, text } from "../define.ts";

export const author: TextDecision<"author"> = text({
  id: "author",
  stage: "intake",
  ask: "author",
  label: "author",
  why: "",
  presence: "required",
  maxLength: 200,
});
