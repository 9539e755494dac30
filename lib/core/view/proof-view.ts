import { CHECK_IDS, type CheckId, checks, type Outcome } from "../checks/check.ts";
import {
  type Coverage,
  type CoverageCounts,
  coverageRan,
  coverageWords,
  coveredPercent,
  isMeasured,
} from "../checks/coverage.ts";
import type { Verdict } from "../checks/verdict.ts";
import type { TaskRow } from "./generation-view.ts";
import { PROOF_STATES, type ProofState } from "./proof-state.ts";
import { countWords } from "./task-view.ts";

/** One check of one file. */
export interface ProofCell {
  status: Outcome["status"];
  /** What came out, in a few words. */
  words: string;
}

/** One file with every check that applies to it; null where one does not, and everywhere while nothing was checked. */
export interface ProofRow {
  path: string;
  folder: string;
  name: string;
  phase: string;
  phaseLabel: string;
  state: ProofState | null;
  /** How much of the file all tests cover, in words; null where that is not known, or where there is nothing to cover. */
  covered: string | null;
  cells: (ProofCell | null)[];
}

/** One check over all files. */
export interface ProofColumn {
  check: CheckId;
  label: string;
  explain: string;
  passed: number;
  failed: number;
  /** Did not run, is waiting, or has passed only in part. */
  rest: number;
}

/** The proof of a whole repository: files by checks. */
export interface ProofView {
  rows: ProofRow[];
  columns: ProofColumn[];
  /** Files by how well they are proved; `unchecked`: with content, and nothing known. */
  files: Record<ProofState | "unchecked", number>;
  /** Files that have no content yet. */
  empty: number;
  coverage: CoverageView;
}

/** What all tests cover, in words: a figure with what it stands on, or why there is none. */
export interface CoverageView {
  /** "93.8 %"; null where it was not measured. */
  share: string | null;
  words: string;
  /** Whether the repository's own floor is reached; null without one. */
  reached: boolean | null;
}

type Known = ReadonlyMap<string, { outcomes: readonly Outcome[]; verdict: Verdict }>;

/** Every file of the plan that has content, with what is known about it. */
export function proofView(tasks: readonly TaskRow[], known: Known, coverage: Coverage): ProofView {
  const planned = tasks.filter(({ status }) => status !== "removed");
  const written = planned.filter(({ draft }) => draft !== null);
  const covered = new Map(isMeasured(coverage) ? coverage.files.map((file) => [file.path, file]) : []);
  const rows = written.map((task) => proofRow(task, known.get(task.path)?.outcomes ?? [], covered.get(task.path)));
  const files = Object.fromEntries(
    [...PROOF_STATES, "unchecked" as const].map((state) => [
      state,
      rows.filter((row) => (row.state ?? "unchecked") === state).length,
    ]),
  ) as ProofView["files"];
  return {
    rows,
    columns: CHECK_IDS.map((check, at) => column(check, rows, at)),
    files,
    empty: planned.length - written.length,
    coverage: coverageView(coverage),
  };
}

function coverageView(coverage: Coverage): CoverageView {
  if (!isMeasured(coverage)) return { share: null, words: coverage.reason, reached: null };
  const { total, floor } = coverage;
  return {
    share: coverageWords(total),
    words: coverageRan(coverage),
    reached: floor === null ? null : coveredPercent(total) >= floor,
  };
}

function proofRow(task: TaskRow, outcomes: readonly Outcome[], counts: CoverageCounts | undefined): ProofRow {
  const { path, folder, name, phase, phaseLabel, proof } = task;
  return {
    path,
    folder,
    name,
    phase,
    phaseLabel,
    state: proof,
    covered: counts && counts.statements > 0 ? coverageWords(counts) : null,
    cells: CHECK_IDS.map((id) => {
      const outcome = outcomes.find(({ check }) => check === id);
      return outcome ? { status: outcome.status, words: cellWords(outcome) } : null;
    }),
  };
}

function cellWords({ status, counts, ended, findings, reason }: Outcome): string {
  if (ended) return ended;
  if (counts) return countWords(counts);
  if (status === "fail") return findings.length === 1 ? "one finding" : `${findings.length} findings`;
  return reason ?? "";
}

function column(check: CheckId, rows: readonly ProofRow[], at: number): ProofColumn {
  const { label, explain } = checks[check];
  const statuses = rows.flatMap(({ cells }) => cells[at]?.status ?? []);
  const passed = statuses.filter((status) => status === "pass").length;
  const failed = statuses.filter((status) => status === "fail").length;
  return { check, label, explain, passed, failed, rest: statuses.length - passed - failed };
}
