import { decisionAt } from "../catalog/index.ts";
import {
  type CheckFinding,
  type CheckId,
  checks,
  type Ending,
  type Outcome,
  type SandboxName,
  type Severity,
} from "../checks/check.ts";
import { needsContainer } from "../checks/merge.ts";
import type { Verdict } from "../checks/verdict.ts";
import type { DraftSource } from "../delivery/repository.ts";
import type { Draft } from "../project/drafts.ts";
import type { LoggedEvent, ProjectState, TaskState } from "../project/state.ts";
import { causesOf } from "./consequences-of.ts";
import type { WorkTask } from "./generation-view.ts";
import { whenWords } from "./when.ts";

/** One kept version of a file, as the history shows it. */
export interface DraftLine {
  number: number;
  /** Where it came from, in words. */
  source: string;
  reason: string;
  at: string;
  sha256: string;
  current: boolean;
  accepted: boolean;
}

/** What is known about one file besides its text. */
export interface TaskFacts {
  because: { path: string; label: string; words: string; href: string }[];
  requirements: string[];
  changeRequests: string[];
  drafts: DraftLine[];
  /** Who accepted it and when, in words; empty when nobody did. */
  accepted: string;
  acknowledgement: string;
  /** Short hash of what is accepted. */
  acceptedSha: string | null;
  /** Answers that changed since it was accepted, by label; only for stale files. */
  changedSince: string[];
}

/** One check of one draft, as the proof panel shows it. */
export interface CheckLine {
  check: CheckId;
  label: string;
  severity: Severity;
  explain: string;
  status: Outcome["status"];
  reason: string;
  tool: string;
  findings: CheckFinding[];
  /** Tests, where the check counts them: "12 passed, 1 failed"; empty otherwise. */
  counts: string;
  ended: Ending | null;
  /** Which sandbox spoke; null when nothing was run. */
  sandbox: SandboxName | null;
  /** It executes code and did not run: only a container does that. */
  needsContainer: boolean;
}

export interface CheckedView {
  sha256: string;
  verdict: Verdict;
  lines: CheckLine[];
}

const SOURCES: Readonly<Record<DraftSource, string>> = {
  template: "Built-in draft",
  edit: "Edited here",
  agent: "Written by an agent",
  repair: "Repaired",
  paste: "Pasted or uploaded",
};

/** How the source of a draft reads. */
export const sourceLabel = (source: DraftSource): string => SOURCES[source];

/** Outcomes as the proof panel shows them, in the order of the catalog of checks. */
export function checkedView(checked: { sha256: string; outcomes: readonly Outcome[]; verdict: Verdict }): CheckedView {
  return {
    sha256: checked.sha256,
    verdict: checked.verdict,
    lines: checked.outcomes.map((outcome) => {
      const { check, status, reason, findings, tool, counts, ended, sandbox } = outcome;
      const { label, severity, explain } = checks[check];
      return {
        check,
        label,
        severity,
        explain,
        status,
        reason: reason ?? "",
        tool,
        findings,
        counts: counts ? countWords(counts) : "",
        ended: ended ?? null,
        sandbox: sandbox ?? null,
        needsContainer: needsContainer(outcome),
      };
    }),
  };
}

/** How many tests did what: "12 passed, 1 failed". */
export const countWords = ({ passed, failed, skipped }: NonNullable<Outcome["counts"]>): string =>
  [[passed, "passed"] as const, [failed, "failed"] as const, [skipped, "skipped"] as const]
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ") || "no test ran";

/**
 * Provenance and history of one task.
 * @param now milliseconds since 1970
 */
export function taskFacts(
  state: ProjectState,
  task: WorkTask,
  drafts: readonly Draft[],
  log: readonly LoggedEvent[],
  now: number,
): TaskFacts {
  const own = drafts.filter(({ path }) => path === task.path);
  return {
    because: causesOf(state, task.because),
    requirements: [...task.requirements],
    changeRequests: [...(task.state.changeRequests ?? [])],
    drafts: draftLines(task, own, now),
    accepted:
      task.state.status === "accepted" && task.state.at
        ? `Accepted by ${task.state.by?.name || "you"} ${whenWords(task.state.at, now)}`
        : "",
    acknowledgement: task.state.acknowledgement ?? "",
    acceptedSha: task.state.status === "accepted" ? (task.state.acceptedSha ?? null) : null,
    changedSince: task.status === "stale" ? changedSince(task.state, log) : [],
  };
}

function draftLines(task: WorkTask, own: readonly Draft[], now: number): DraftLine[] {
  const accepted = task.state.status === "accepted" ? task.state.acceptedSha : undefined;
  const line = (
    draft: { number: number; sha256: string; source: DraftSource },
    reason: string,
    at: string,
  ): DraftLine => ({
    number: draft.number,
    source: SOURCES[draft.source],
    reason,
    at,
    sha256: draft.sha256,
    current: draft.number === task.draft?.number,
    accepted: draft.sha256 === accepted,
  });
  const kept = own.map((draft) => line(draft, draft.reason, whenWords(draft.createdAt, now)));
  const unsaved = task.draft && !task.draft.saved ? [line(task.draft, "As the design asks for it now", "")] : [];
  return [...kept, ...unsaved].reverse();
}

/** Labels of the answers that changed after a file was accepted. */
function changedSince({ at }: TaskState, log: readonly LoggedEvent[]): string[] {
  if (!at) return [];
  const paths = log.flatMap((logged) =>
    logged.at > at && logged.event.type === "answers-changed" ? logged.event.changes.map(({ path }) => path) : [],
  );
  return [...new Set(paths.map((path) => decisionAt(path)?.label ?? path))];
}
