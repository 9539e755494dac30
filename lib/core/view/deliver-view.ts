import type { CheckId } from "../checks/check.ts";
import { coverageSentence, isMeasured } from "../checks/coverage.ts";
import type { Evidence } from "../delivery/evidence.ts";
import type { CommandStep } from "../delivery/first-minute.ts";
import { FORGES } from "../delivery/push-order.ts";
import type { LoggedEvent } from "../project/state.ts";
import type { GenerationView, TaskRow } from "./generation-view.ts";
import { isOpen } from "./task-open.ts";
import { whenWords } from "./when.ts";

/** Files that lack the same thing. */
export interface Lack {
  kind: "stale" | "no-draft" | "open" | "deferred";
  title: string;
  /** What to do about it. */
  mend: string;
  files: { path: string; note: string }[];
}

export interface DeliverView {
  projectId: string;
  name: string;
  planned: number;
  ready: number;
  lacks: Lack[];
  unfinished: number;
  /** Accepted built-in stubs that say themselves that they are not finished. */
  stubs: string[];
  /** Accepted files with a newer draft that is not delivered. */
  newer: string[];
  /** Files accepted although a check failed, each with the reason typed. */
  acknowledged: { path: string; reason: string }[];
  steps: CommandStep[];
  /** What ran on the files that would leave now; null while nothing is known. */
  evidence: {
    files: number;
    unproved: number;
    checks: { check: CheckId; words: string; skipped: boolean }[];
    coverage: string;
  } | null;
  deliveries: {
    kind: string;
    at: string;
    files: number;
    left: number;
    hash: string;
    by: string;
    /** Where it was pushed to: addresses for people. */
    to?: { repository: string; commit: string; request?: string };
  }[];
}

interface Input {
  view: GenerationView;
  name: string;
  stubs: readonly string[];
  acknowledgements: Readonly<Record<string, string | undefined>>;
  steps: CommandStep[];
  evidence: Evidence | null;
  log: readonly LoggedEvent[];
  /** Milliseconds since 1970. */
  now: number;
}

const LACKS: readonly (Omit<Lack, "files"> & { has(row: TaskRow): boolean })[] = [
  {
    kind: "stale",
    title: "Accepted for an earlier design",
    mend: "Look at what differs, then accept the new draft.",
    has: ({ status }) => status === "stale",
  },
  {
    kind: "no-draft",
    title: "Without content",
    mend: "Write or paste each, or give its sub-prompt to your agent.",
    has: ({ status, draft }) => status === "open" && draft === null,
  },
  {
    kind: "open",
    title: "Not accepted yet",
    mend: "Accept them one by one, or all that pass.",
    has: ({ status, draft }) => status === "open" && draft !== null,
  },
  {
    kind: "deferred",
    title: "Deferred",
    mend: "Open them again when what they wait for is there.",
    has: ({ status }) => status === "deferred",
  },
];

/** What a delivery would hold and lack now, what was delivered before, and what to type first. */
export function deliverView({ view, name, stubs, acknowledgements, steps, evidence, log, now }: Input): DeliverView {
  const planned = view.tasks.filter(({ status }) => status !== "removed");
  const accepted = planned.filter(({ status }) => status === "accepted");
  const lacks = LACKS.map(({ has, ...lack }) => ({
    ...lack,
    files: planned.filter(has).map(({ path, note, gap }) => ({ path, note: note || (gap ?? "") })),
  })).filter(({ files }) => files.length > 0);
  return {
    projectId: view.projectId,
    name,
    planned: planned.length,
    ready: accepted.length,
    lacks,
    unfinished: planned.length - accepted.length,
    stubs: [...stubs],
    newer: accepted.filter((row) => row.newer && isOpen(row)).map(({ path }) => path),
    acknowledged: accepted.flatMap(({ path }) =>
      acknowledgements[path] ? [{ path, reason: acknowledgements[path] }] : [],
    ),
    steps,
    evidence: evidence && evidenceSums(evidence),
    deliveries: deliveriesOf(log, now),
  };
}

const STATES = [
  ["pass", "passed"],
  ["partial", "partly"],
  ["fail", "failed"],
  ["skipped", "did not run"],
  ["pending", "not proved yet"],
] as const;

const evidenceSums = ({ files, unproved, totals, coverage }: Evidence): DeliverView["evidence"] => ({
  files: files.length,
  unproved: unproved.length,
  checks: Object.entries(totals.checks).map(([check, count]) => ({
    check: check as CheckId,
    words: STATES.flatMap(([status, word]) => (count[status] ? [`${count[status]} ${word}`] : [])).join(", "),
    skipped: (count.skipped ?? 0) > 0,
  })),
  coverage: coverage && isMeasured(coverage) ? coverageSentence(coverage) : "not measured",
});

const KINDS = { zip: "Zip", folder: "Folder", push: "Push" } as const;

function deliveriesOf(log: readonly LoggedEvent[], now: number): DeliverView["deliveries"] {
  return log
    .flatMap(({ event, at, by }) =>
      event.type === "delivered"
        ? [
            {
              kind: event.to ? FORGES[event.to.forge].label : KINDS[event.kind],
              ...(event.to ? { to: event.to } : {}),
              at: whenWords(at, now),
              files: event.files,
              left: event.unfinished.length,
              hash: event.zipSha256,
              by: by.name || "you",
            },
          ]
        : [],
    )
    .reverse();
}
