import fc from "fast-check";
import { COVERED } from "#lib/core/blueprint/coverage.ts";
import { type Answers, parseAnswers } from "#lib/core/catalog/answers.ts";
import { arbitraryAnswers } from "#lib/core/catalog/arbitrary-answers.ts";
import type { Shell } from "#lib/core/design/design.ts";
import { changed } from "./repository.ts";

type Stages = Record<string, Record<string, unknown>>;

/** Answers whose every option has a template: an uncovered choice gives way to a covered one. */
function covered(shell: Shell, base: Answers, answers: Answers, turn: number): Answers {
  const made = structuredClone(answers) as unknown as Stages & Answers;
  made.intake.purpose = base.intake.purpose;
  for (const [path, options] of Object.entries(COVERED[shell])) {
    const [stage, id] = path.split(".") as [string, string];
    const chosen = made[stage]?.[id];
    const fits = (value: unknown) => (options as readonly unknown[]).includes(value);
    if (Array.isArray(chosen)) (made as Stages)[stage] = { ...made[stage], [id]: chosen.filter(fits) };
    else if (!fits(chosen)) (made as Stages)[stage] = { ...made[stage], [id]: options[turn % options.length] };
  }
  return changed(made, {
    architecture: { dependency_manager: "uv", error_boundary: undefined },
    structure: shell === "library" ? { resources: [] } : {},
    features: {
      api_purpose: base.features.api_purpose,
      ...(made.features.docs_site === "none" ? { docs_content: [] } : {}),
    },
  });
}

/** So many designs of one shell, the same in every run, among all that our templates cover. */
export function coveredDesigns(shell: Shell, base: Answers, count: number, seed: number): Answers[] {
  const wanted = fc
    .tuple(arbitraryAnswers, fc.nat(11))
    .map(([answers, turn]) => covered(shell, base, answers, turn))
    .filter((answers) => shell === "library" || answers.structure.resources.length > 0)
    .filter((answers) => parseAnswers(answers).ok);
  return fc.sample(wanted, { numRuns: count, seed });
}
