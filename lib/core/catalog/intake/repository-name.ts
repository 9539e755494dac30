import { type TextDecision, text } from "../define.ts";

export const repositoryName: TextDecision<"repository_name"> = text({
  id: "repository_name",
  stage: "intake",
  ask: "repository_name",
  label: "repository_name",
  why: "",
  presence: "required",
  maxLength: 200,
});
