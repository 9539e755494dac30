import { type TextDecision, text } from "../define.ts";
import { NAME_LIMITS, packageNameProblems } from "../names.ts";

export const packageName: TextDecision<"package_name"> = text({
  id: "package_name",
  stage: "intake",
  ask: "What is the package called in code?",
  label: "Package name",
  why: "This is the word people import, the folder under src/ and the prefix of every environment variable. Renaming it later touches every file.",
  presence: "required",
  placeholder: "clinic_booking",
  maxLength: NAME_LIMITS.package,
  check: packageNameProblems,
});
