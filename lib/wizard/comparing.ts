import { type PartialAnswers, parseAnswers } from "#lib/core/catalog/answers.ts";
import type { DesignSide } from "#lib/core/compare/sides.ts";
import { repositoryFiles } from "#lib/core/delivery/repository.ts";
import { provisional } from "#lib/core/design/provisional.ts";
import { answersDocument } from "#lib/core/project/complete.ts";
import { decide } from "#lib/core/project/decide.ts";
import { evolve, replay } from "#lib/core/project/evolve.ts";
import type { LoggedEvent, ProjectState } from "#lib/core/project/state.ts";
import { ok, type Result } from "#lib/core/result.ts";
import type { Caller } from "./caller.ts";
import { render } from "./toolbox.ts";

/**
 * One side of a comparison: these answers with the repository that comes of them. Complete answers give the very files
 * that are delivered; of others, what is missing is filled with suggestions and named.
 * @param silencesCount whether a feature without an answer is a NO, as in an answers file, or still open
 */
export function designSide(given: PartialAnswers, silencesCount = true): DesignSide {
  const complete = silencesCount ? parseAnswers({ plumbline: 1, ...given }) : null;
  const { answers, assumed } = complete?.ok ? { answers: complete.value, assumed: [] } : filledIn(given);
  const rendered = render(answers);
  return {
    given: complete?.ok ? complete.value : given,
    assumed,
    design: rendered.design,
    files: repositoryFiles(rendered),
    gaps: [...new Set(rendered.blueprint.gaps.map(({ message }) => message))],
  };
}

/** A project as one side of a comparison; until its features are confirmed, those without an answer are open. */
export const projectSide = (state: ProjectState): DesignSide =>
  designSide(answersDocument(state) as PartialAnswers, state.confirmations.features !== undefined);

/** A project as it stood at a version of its log. */
export const stateAt = (id: string, log: readonly LoggedEvent[], version: number): ProjectState =>
  replay(
    id,
    log.filter((entry) => entry.version <= version),
  );

/** A project as it would be after changes of its answers, which are checked and not kept. */
export function changedState(
  { actor, now }: Caller,
  state: ProjectState,
  changes: { path: string; value: unknown }[],
): Result<ProjectState> {
  const decided = decide(state, { type: "change-answers", changes });
  if (!decided.ok) return decided;
  return ok(
    decided.value.reduce(
      (one, event) => evolve(one, { event, version: one.version + 1, at: now.toISOString(), by: actor }),
      state,
    ),
  );
}

function filledIn(given: PartialAnswers): ReturnType<typeof provisional> {
  const { answers, assumed } = provisional(given);
  // Reading them brings keys into the order in which the answers file has them.
  const read = parseAnswers(answers);
  return { answers: read.ok ? read.value : answers, assumed };
}
