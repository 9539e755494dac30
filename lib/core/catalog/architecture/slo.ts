import { type TextDecision, text } from "../define.ts";

export const slo: TextDecision<"slo", "optional"> = text({
  id: "slo",
  stage: "architecture",
  ask: "slo",
  label: "slo",
  why: "",
  presence: "optional",
  maxLength: 200,
});
