import { type PartialAnswers, parsePartial } from "#lib/core/catalog/answers.ts";
import { decide } from "#lib/core/project/decide.ts";
import { emptyState } from "#lib/core/project/evolve.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import { err, type Result } from "#lib/core/result.ts";
import { NO_ROOM } from "#lib/io/db/commands/change-project.ts";
import { insertProject } from "#lib/io/db/commands/insert-project.ts";
import { isDiskNearlyFull } from "#lib/io/health.ts";
import type { Caller } from "./caller.ts";

/**
 * Starts a project: empty, from one sentence, or from an answers document, which may be incomplete.
 * What the document says counts as answered by the person. Refuses answers that do not fit, each with its path.
 */
export async function createProject(caller: Caller, document: unknown): Promise<Result<ProjectState>> {
  const parsed = parsePartial(document);
  if (!parsed.ok) return parsed;
  const { reasons: _, ...answers } = parsed.value as PartialAnswers & { reasons?: unknown };
  if (await isDiskNearlyFull()) return err(NO_ROOM);
  const decided = decide(emptyState(""), { type: "create", answers: parsed.value, touched: answeredPaths(answers) });
  if (!decided.ok) return decided;
  const [first] = decided.value;
  if (!first) throw new Error("creating a project gave no event");
  return { ok: true, value: await insertProject(caller.ownerHash, caller.actor, caller.now, first) };
}

function answeredPaths(answers: PartialAnswers): string[] {
  return Object.entries(answers).flatMap(([stage, group]) =>
    group && typeof group === "object" ? Object.keys(group).map((id) => `${stage}.${id}`) : [],
  );
}
