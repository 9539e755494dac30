import { type TextDecision, text } from "../define.ts";
import { NAME_LIMITS, packageNameProblems, repositoryNameProblems } from "../names.ts";

export const repositoryName: TextDecision<"repository_name"> = text({
  id: "repository_name",
  stage: "intake",
  ask: "What is the repository called?",
  label: "Repository name",
  why: "The name of the repository, of the distribution in pyproject.toml and of the image. It may differ from the package.",
  presence: "required",
  placeholder: "clinic-booking",
  maxLength: NAME_LIMITS.repository,
  check: repositoryNameProblems,
  suggest({ intake }) {
    const name = intake?.package_name;
    if (!name || packageNameProblems(name, "").length > 0) return null;
    return {
      value: name.replaceAll("_", "-"),
      reason: "it is the package name with hyphens, so people who know one find the other",
    };
  },
});
