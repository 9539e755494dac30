import { type TextDecision, text } from "../define.ts";

export const packageName: TextDecision<"package_name"> = text({
  id: "package_name",
  stage: "intake",
  ask: "package_name",
  label: "package_name",
  why: "",
  presence: "required",
  maxLength: 200,
});
