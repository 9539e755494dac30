"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Problem, Result } from "#lib/core/result.ts";
import type { DiffLine } from "#lib/core/view/consequences-view.ts";
import type { Evidence } from "#lib/core/view/decision-view.ts";
import type { DesignsView } from "#lib/core/view/designs-view.ts";
import type { StageLive } from "#lib/core/view/stage-view.ts";
import { localShelf, useOtherTabs } from "./browser-shelf.ts";
import { type Batch, type Change, SaveQueue, type SaveReply, type SaveStatus } from "./save-queue.ts";
import type { ReadTree } from "./stage-context.ts";
import { useTyping } from "./use-typing.ts";

/** What a change would make stale, in words; empty when nothing. */
export interface Impact {
  stale: string[];
}

/** What other answers would do: the design now and with them, and what would have to be confirmed anew. */
export interface Trial {
  view: DesignsView;
  stale: string[];
}

/** The acts of a stage page; each runs one verb on the server. */
export interface StageActions {
  save(batch: Batch): Promise<SaveReply<StageLive>>;
  undo(version: number): Promise<SaveReply<StageLive>>;
  redo(version: number): Promise<SaveReply<StageLive>>;
  confirm(version: number): Promise<SaveReply<StageLive>>;
  preview(changes: Change[]): Promise<Impact>;
  readTree(text: string): Promise<ReadTree>;
  guidedPaths(answers: unknown): Promise<string[]>;
  weigh(path: string, extra: Record<string, string>): Promise<Evidence | null>;
  tryAnswers(changes: Change[]): Promise<Result<Trial>>;
  tryFile(changes: Change[], path: string): Promise<Result<DiffLine[]>>;
}

export interface Pending {
  changes: Change[];
  reasons: Record<string, string>;
  impact: Impact;
}

/** The stages of this tab as they were left; "back" brings a page with the answers it was first opened with. */
const asLeft = new Map<string, StageLive>();

/** State of one stage page: what is stored, what is on its way, and what still has to be mended. */
export function useStage(stage: string, initial: StageLive, actions: StageActions) {
  const { projectId } = initial.journey;
  const place = `${projectId}/${stage}`;
  const [live, setLive] = useState(() => newerOf(initial, asLeft.get(place)));
  const [local, setLocal] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [problems, setProblems] = useState<Readonly<Record<string, Problem[]>>>({});
  const [status, setStatus] = useState<SaveStatus>("saved");
  const { typed, typing } = useTyping();
  const [notices, setNotices] = useState<string[]>([]);
  const [pending, setPending] = useState<Pending | null>(null);
  const latest = useRef(live);
  const announce = useOtherTabs(projectId, latest);

  const take = useCallback(
    (state: StageLive, why: "saved" | "conflict", queue: SaveQueue<StageLive>) => {
      if (why === "conflict") setNotices(differences(latest.current, state, queue));
      latest.current = state;
      asLeft.set(place, state);
      setLive(state);
      // Taken now: by the time the update runs, what waits may already be on its way.
      const held = queue.held();
      setLocal((before) => new Map([...before].filter(([key]) => stillOurs(key, held))));
      announce(state.journey.version);
    },
    [announce, place],
  );

  const [queue] = useState(() => {
    const made: SaveQueue<StageLive> = new SaveQueue(
      latest.current.journey.version,
      actions.save,
      {
        onStatus: setStatus,
        onState: (state, why) => take(state, why, made),
        onProblems: (path, found) => setProblems((before) => ({ ...before, [path]: found })),
      },
      localShelf(projectId),
    );
    return made;
  });

  useEffect(() => {
    const left = queue.resume();
    if (left.length > 0) setLocal(new Map(left.map(({ path, value }) => [path, value])));
    const again = () => queue.retry();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [queue]);

  useEffect(() => {
    if (initial.journey.version <= latest.current.journey.version) return;
    queue.moveTo(initial.journey.version);
    latest.current = initial;
    setLive(initial);
  }, [initial, queue]);

  const put = useCallback(
    (changes: Change[], reasons: Record<string, string> = {}) => {
      setLocal((before) => new Map([...before, ...entriesOf(changes, reasons)]));
      queue.put(changes, reasons);
    },
    [queue],
  );

  /** Changes answers; a change of a confirmed stage first shows what it makes stale and asks. */
  const change = useCallback(
    async (changes: Change[], reasons: Record<string, string> = {}) => {
      if (latest.current.status !== "done" || changes.length === 0) {
        put(changes, reasons);
        return;
      }
      setLocal((before) => new Map([...before, ...entriesOf(changes, reasons)]));
      const impact = await actions
        .preview(changes)
        .catch((): Impact => ({ stale: ["the confirmation of this stage"] }));
      if (impact.stale.length === 0) put(changes, reasons);
      else setPending({ changes, reasons, impact });
    },
    [actions, put],
  );

  const decide = useCallback(
    (goOn: boolean) => {
      if (!pending) return;
      setPending(null);
      if (goOn) put(pending.changes, pending.reasons);
      else
        setLocal(
          (before) => new Map([...before].filter(([path]) => !pending.changes.some((one) => one.path === path))),
        );
    },
    [pending, put],
  );

  const act = useCallback(
    async (verb: "undo" | "redo" | "confirm"): Promise<StageLive | null> => {
      await queue.settled();
      const reply = await actions[verb](latest.current.journey.version).catch(() => null);
      if (!reply) {
        setNotices(["The server did not answer. Nothing was changed; try again when the connection is back."]);
        return null;
      }
      if (reply.kind === "refused") {
        setNotices(reply.problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(" ")));
        return null;
      }
      queue.moveTo(reply.version);
      setLocal(new Map());
      setProblems({});
      take(reply.state, reply.kind, queue);
      return reply.kind === "saved" ? reply.state : null;
    },
    [actions, queue, take],
  );

  const shownValue = useCallback(
    (path: string, stored: unknown): unknown => (local.has(path) ? local.get(path) : stored),
    [local],
  );
  return {
    live,
    problems,
    status: status === "saved" && typed ? ("saving" as const) : status,
    typing,
    notices,
    dismiss: () => setNotices([]),
    pending,
    change,
    decide,
    act,
    shownValue,
  };
}

export type Stage = ReturnType<typeof useStage>;

const newerOf = (given: StageLive, left: StageLive | undefined): StageLive =>
  left && left.journey.version > given.journey.version ? left : given;

/** The key under which a typed reason is shown before it is stored. */
export const reasonKey = (path: string): string => `${REASON}${path}`;
const REASON = "reason:";

const stillOurs = (key: string, { changes, reasons }: ReturnType<SaveQueue<StageLive>["held"]>): boolean =>
  key.startsWith(REASON) ? reasons.has(key.slice(REASON.length)) : changes.has(key);

function entriesOf(changes: readonly Change[], reasons: Readonly<Record<string, string>>): [string, unknown][] {
  const answers = changes.map(({ path, value }): [string, unknown] => [path, value]);
  return [...answers, ...Object.entries(reasons).map(([path, text]): [string, unknown] => [reasonKey(path), text])];
}

/** What changed elsewhere, in words; where both changed one answer, the own one is kept and the other named. */
function differences(before: StageLive, after: StageLive, queue: SaveQueue<StageLive>): string[] {
  return after.decisions.flatMap((now) => {
    const then = before.decisions.find(({ path }) => path === now.path);
    if (!then || JSON.stringify(then.value) === JSON.stringify(now.value)) return [];
    const words = now.words === "" ? "taken back" : `changed to “${now.words}”`;
    const label = now.path.slice(now.path.indexOf(".") + 1).replaceAll("_", " ");
    return [
      queue.held().changes.has(now.path)
        ? `The answer to ${label} was ${words} elsewhere; yours was kept and stored on top of it.`
        : `The answer to ${label} was ${words} elsewhere.`,
    ];
  });
}
