import { evolve, QUIET_EVENTS } from "#lib/core/project/evolve.ts";
import type { Actor, LoggedEvent, ProjectEvent, ProjectState } from "#lib/core/project/state.ts";
import { err, ok, type Problem, type Result, refuse } from "#lib/core/result.ts";
import { isDiskNearlyFull } from "../../health.ts";
import { isProjectId } from "../../owner.ts";
import { db, type Prisma, type Transaction } from "../client.ts";

export interface ChangeRequest {
  projectId: string;
  ownerHash: string;
  actor: Actor;
  at: Date;
  /** The version the person saw; absent where the change does not depend on it. */
  expected?: number;
}

/** What was decided against the newest state, and what else must be written in the same transaction. */
export type Decision = Result<ProjectEvent[]>;
export type Also = (tx: Transaction, state: ProjectState) => Promise<void>;

/** One refusal for what does not exist and what is somebody else's: the difference is nobody's business. */
export const NOT_FOUND: Problem[] = [
  {
    path: "project",
    code: "not-found",
    message: "There is no such project here.",
    hint: "Open it in the browser in which it was made, or start a new one.",
  },
];

/** Nothing new is written before Postgres itself runs out of room, which stops it whole. */
export const NO_ROOM: Problem[] = [
  {
    path: "project",
    code: "no-room",
    message: "The disk of this server is nearly full, so nothing new is stored. What is stored already is safe.",
    hint: "Whoever runs the server has to make room; then try again.",
  },
];

/** What Postgres keeps in no text, as JSON writes it: U+0000, and half of a pair of surrogates. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

const BAD_TEXT: Problem[] = [
  {
    path: "text",
    code: "bad-text",
    message: "The text holds U+0000 or half of a character, which cannot be stored.",
    hint: "Type it again, or paste it as plain text.",
  },
];

/**
 * Appends events to a project's log under a row lock: reads the newest snapshot, lets `decide` judge it, writes events
 * and the new snapshot in one transaction. A stale `expected` version is allowed when nothing that happened since
 * changed one of `touching` (dotted answer paths); otherwise the change is refused and nothing is written. What
 * `decide` asks the database it asks through `tx`: a second connection while one is held is how pools run dry.
 */
export async function changeProject(
  request: ChangeRequest,
  touching: readonly string[],
  decide: (state: ProjectState, tx: Transaction) => Decision | Promise<Decision>,
  also?: Also,
): Promise<Result<ProjectState>> {
  if (!isProjectId(request.projectId)) return err(NOT_FOUND);
  if (await isDiskNearlyFull()) return err(NO_ROOM);
  return db().$transaction(
    async (tx) => {
      const rows = await tx.$queryRaw<
        { snapshot: ProjectState }[]
      >`SELECT snapshot FROM project WHERE id = ${request.projectId} AND owner_hash = ${request.ownerHash} FOR UPDATE`;
      const state = rows[0]?.snapshot;
      if (!state) return err(NOT_FOUND);
      const conflict = await conflictWith(tx, state, request, touching);
      if (conflict) return conflict;
      const decided = await decide(state, tx);
      if (!decided.ok) return decided;
      if (UNSTORABLE.test(JSON.stringify(decided.value))) return err(BAD_TEXT);
      const next = await append(tx, state, decided.value, request);
      await also?.(tx, next);
      return ok(next);
    },
    { timeout: 15_000 },
  );
}

async function append(
  tx: Transaction,
  state: ProjectState,
  events: readonly ProjectEvent[],
  { actor, at }: ChangeRequest,
): Promise<ProjectState> {
  const logged = events.map(
    (event, index): LoggedEvent => ({ event, version: state.version + index + 1, at: at.toISOString(), by: actor }),
  );
  if (logged.length === 0) return state;
  const next = logged.reduce(evolve, state);
  await tx.event.createMany({
    data: logged.map(({ event, version }) => ({
      projectId: state.id,
      version,
      type: event.type,
      payload: json(event),
      actor: json(actor),
      at,
    })),
  });
  await tx.project.update({
    where: { id: state.id },
    data: { version: next.version, snapshot: json(next), title: titleOf(next) },
  });
  return next;
}

async function conflictWith(
  tx: Transaction,
  state: ProjectState,
  { expected }: ChangeRequest,
  touching: readonly string[],
): Promise<Result<never> | null> {
  if (expected === undefined || expected === state.version) return null;
  if (expected > state.version)
    return refuse(
      "version",
      "stale-version",
      `Version ${expected} of this project does not exist.`,
      "Reload the page.",
    );
  const since = await tx.event.findMany({
    where: { projectId: state.id, version: { gt: expected }, type: { notIn: [...QUIET_EVENTS] } },
  });
  if (since.length === 0) return null;
  const changed = since.flatMap(({ payload }) => {
    const event = payload as unknown as ProjectEvent;
    return event.type === "answers-changed" ? event.changes.map(({ path }) => path) : [];
  });
  const same = touching.length === 0 ? changed : touching.filter((path) => changed.includes(path));
  if (touching.length > 0 && same.length === 0) return null;
  return err(
    (same.length > 0 ? same : ["version"]).map(
      (path): Problem => ({
        path,
        code: "stale-version",
        message: "This was changed elsewhere in the meantime.",
        hint: "Look at the newer answer, then decide again; nothing was overwritten.",
      }),
    ),
  );
}

/** The name a project goes by in lists. */
export function titleOf({ answers }: ProjectState): string {
  const intake = answers.intake ?? {};
  return String(intake.repository_name ?? intake.package_name ?? intake.description ?? "").slice(0, 200);
}

/** A value for a JSON column; what is no JSON never gets here. */
export const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;
