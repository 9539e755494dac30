"use server";
import { z } from "zod";
import { asOwner } from "#app/_server/as-owner.ts";
import { currentCaller } from "#app/_server/owner.ts";
import type { Batch, Change, SaveReply } from "#components/journey/save-queue.ts";
import type { Impact, Trial } from "#components/journey/use-stage.ts";
import { isQuestionStage } from "#lib/core/project/progress.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import type { DiffLine } from "#lib/core/view/consequences-view.ts";
import type { Evidence } from "#lib/core/view/decision-view.ts";
import { designsView, linesOfFile } from "#lib/core/view/designs-view.ts";
import { evidenceFor } from "#lib/core/view/evidence.ts";
import { impactWords } from "#lib/core/view/impact-words.ts";
import { type StageLive, stageLive } from "#lib/core/view/stage-view.ts";
import { answerQuestions } from "#lib/wizard/answer-questions.ts";
import { confirmStage } from "#lib/wizard/confirm-stage.ts";
import { loadProject } from "#lib/wizard/load-project.ts";
import { previewChange } from "#lib/wizard/preview-change.ts";
import { redoChange } from "#lib/wizard/redo-change.ts";
import { tryAnswers as tryOut } from "#lib/wizard/try-answers.ts";
import { undoChange } from "#lib/wizard/undo-change.ts";

const change = z.object({ path: z.string().max(200), value: z.unknown() });
const changes = z.array(change).max(100);
const batch = z.object({
  version: z.int(),
  changes,
  reasons: z.record(z.string().max(200), z.string().max(2000)),
});

export async function saveAnswers(projectId: string, stage: string, input: Batch): Promise<SaveReply<StageLive>> {
  return reply(
    projectId,
    stage,
    await asOwner(batch, input, (caller, parsed) => answerQuestions(caller, { projectId, ...parsed })),
  );
}

export async function undo(projectId: string, stage: string, version: number): Promise<SaveReply<StageLive>> {
  return reply(
    projectId,
    stage,
    await asOwner(z.int(), version, (caller, seen) => undoChange(caller, projectId, seen)),
  );
}

export async function redo(projectId: string, stage: string, version: number): Promise<SaveReply<StageLive>> {
  return reply(
    projectId,
    stage,
    await asOwner(z.int(), version, (caller, seen) => redoChange(caller, projectId, seen)),
  );
}

export async function confirm(projectId: string, stage: string, version: number): Promise<SaveReply<StageLive>> {
  return reply(
    projectId,
    stage,
    await asOwner(z.int(), version, (caller, seen) => confirmStage(caller, projectId, seen, stage)),
  );
}

export async function previewImpact(projectId: string, input: Change[]): Promise<Impact> {
  const impact = await asOwner(changes, input, (caller, parsed) => previewChange(caller, projectId, parsed));
  return { stale: impact.ok ? impactWords(impact.value) : [] };
}

/** What other answers would do to the design, saving nothing. */
export async function tryAnswers(projectId: string, input: Change[]): Promise<Result<Trial>> {
  return asOwner(changes, input, async (caller, wanted) => {
    const [sides, impact] = await Promise.all([
      tryOut(caller, projectId, wanted),
      previewChange(caller, projectId, wanted),
    ]);
    if (!sides.ok) return sides;
    const { left, right } = sides.value;
    const title = left.design.repositoryName;
    return ok({
      view: designsView({ left: { title, note: "now", side: left }, right: { title, note: "with it", side: right } }),
      stale: impact.ok ? impactWords(impact.value) : [],
    });
  });
}

/** What other answers would do to one file. */
export async function tryFile(projectId: string, input: Change[], path: string): Promise<Result<DiffLine[]>> {
  return asOwner(z.object({ changes, path: z.string().max(240) }), { changes: input, path }, async (caller, wanted) => {
    const sides = await tryOut(caller, projectId, wanted.changes);
    return sides.ok ? linesOfFile(sides.value, wanted.path) : sides;
  });
}

/** Weighs a suggestion again with answers to extra questions, which are kept nowhere. */
export async function weigh(projectId: string, path: string, extra: Record<string, string>): Promise<Evidence | null> {
  const weighed = await asOwner(z.record(z.string().max(40), z.string().max(40)), extra, async (caller, parsed) => {
    const loaded = await loadProject(caller, projectId);
    return ok(loaded ? evidenceFor(path, loaded.state.answers, parsed) : null);
  });
  return weighed.ok ? weighed.value : null;
}

/** What the page draws next; a change made elsewhere in between comes back as the newer state. */
async function reply(projectId: string, stage: string, result: Result<ProjectState>): Promise<SaveReply<StageLive>> {
  if (!isQuestionStage(stage))
    return { kind: "refused", problems: refuse("stage", "unknown-stage", "There is no such stage.").error };
  if (result.ok) return { kind: "saved", version: result.value.version, state: stageLive(result.value, stage) };
  if (!result.error.some(({ code }) => code === "stale-version")) return { kind: "refused", problems: result.error };
  const caller = await currentCaller();
  const newer = caller ? await loadProject(caller, projectId) : null;
  return newer
    ? { kind: "conflict", version: newer.state.version, state: stageLive(newer.state, stage) }
    : { kind: "refused", problems: result.error };
}
