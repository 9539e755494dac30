import { type TextDecision, text } from "../define.ts";

export const errorBoundary: TextDecision<"error_boundary", "optional"> = text({
  id: "error_boundary",
  stage: "architecture",
  ask: "error_boundary",
  label: "error_boundary",
  why: "",
  presence: "optional",
  maxLength: 200,
});
