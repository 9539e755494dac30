import type { Gap } from "../blueprint/coverage.ts";
import type { Effort, Phase } from "../blueprint/define-artifact.ts";
import { answerAt } from "../catalog/answers.ts";
import { decisionAt } from "../catalog/index.ts";
import type { Outcome } from "../checks/check.ts";
import type { Verdict } from "../checks/verdict.ts";
import type { CurrentDraft } from "../project/drafts.ts";
import { dependants, type PlannedTask } from "../project/plan.ts";
import type { ProjectState } from "../project/state.ts";
import { answerWords } from "./answer-words.ts";
import { type ProofState, proofState } from "./proof-state.ts";

/** A planned task with the draft one is looking at; what the generation verb loads. */
export type WorkTask = PlannedTask & { draft: CurrentDraft | null };

/** What stage 4 of a project is, as the verb loads it. */
export interface GenerationInput {
  state: ProjectState;
  tasks: readonly WorkTask[];
  gaps: readonly Gap[];
  approved: boolean;
  /** Verdicts that are already known, by path. */
  verdicts: ReadonlyMap<string, { outcomes: readonly Outcome[]; verdict: Verdict }>;
}

/** One file of the plan, as lists show it. */
export interface TaskRow {
  id: string;
  path: string;
  /** `src/shop/`, with its slash; empty at the root. */
  folder: string;
  name: string;
  phase: Phase;
  phaseLabel: string;
  purpose: string;
  effort: Effort;
  status: PlannedTask["status"];
  /** The draft on the table is built in and says itself that it is not finished. */
  unfinished: boolean;
  gap: string | null;
  /** A person added it to the plan. */
  own: boolean;
  after: string[];
  usedBy: string[];
  groups: string[];
  draft: CurrentDraft | null;
  /** It is accepted, and a newer draft was written since. */
  newer: boolean;
  /** How well its current draft is proved; null while it was not checked. */
  proof: ProofState | null;
  /** Why it was deferred. */
  note: string;
}

/** A decision without a template, and what follows from it. */
export interface GapView {
  decision: string;
  label: string;
  chosen: string;
  message: string;
  href: string;
  /** Files that come as sub-prompts because of it. */
  files: string[];
}

export interface GenerationView {
  projectId: string;
  version: number;
  /** `stale`: approved once, for a plan that has changed since. */
  plan: "unapproved" | "approved" | "stale";
  aborted: boolean;
  tasks: TaskRow[];
  gaps: GapView[];
  groups: { name: string; paths: string[] }[];
  /** Whether the order is the person's own. */
  ordered: boolean;
}

const PHASE_LABELS: Readonly<Record<Phase, string>> = {
  foundation: "Foundations",
  configuration: "Configuration and infrastructure",
  core: "Core",
  persistence: "Persistence",
  interface: "Interface",
  optional: "Optional parts",
  tests: "Tests",
  delivery: "Delivery",
  documentation: "Documentation",
  readme: "README",
};

/** Stage 4 as plain data: the plan with where each file stands. */
export function generationView({ state, tasks, gaps, approved, verdicts }: GenerationInput): GenerationView {
  const own = new Set(state.plan.added.map(({ path }) => path));
  return {
    projectId: state.id,
    version: state.version,
    plan: approved ? "approved" : state.plan.approvedAt ? "stale" : "unapproved",
    aborted: state.aborted,
    tasks: tasks.map((task) => taskRow(task, tasks, own, verdicts.get(task.path))),
    gaps: gaps.map((gap) => gapView(state, gap, tasks)),
    groups: state.plan.groups,
    ordered: (state.plan.order ?? []).length > 0,
  };
}

function taskRow(
  task: WorkTask,
  all: readonly WorkTask[],
  own: ReadonlySet<string>,
  checked: { outcomes: readonly Outcome[]; verdict: Verdict } | undefined,
): TaskRow {
  const cut = task.path.lastIndexOf("/") + 1;
  return {
    id: task.id,
    path: task.path,
    folder: task.path.slice(0, cut),
    name: task.path.slice(cut),
    phase: task.phase,
    phaseLabel: PHASE_LABELS[task.phase],
    purpose: task.purpose,
    effort: task.effort,
    status: task.status,
    unfinished: task.unfinished && task.draft?.source === "template",
    gap: task.gap ?? null,
    own: own.has(task.path),
    after: task.after,
    usedBy: dependants(all, task.path),
    groups: task.groups,
    draft: task.draft,
    newer: task.status === "accepted" && task.draft !== null && task.draft.sha256 !== task.state.acceptedSha,
    proof: checked ? proofState(checked) : null,
    note: task.status === "deferred" ? (task.state.deferReason ?? "") : "",
  };
}

function gapView(state: ProjectState, gap: Gap, tasks: readonly WorkTask[]): GapView {
  const decision = decisionAt(gap.decision);
  return {
    decision: gap.decision,
    label: decision?.label ?? gap.decision,
    chosen: decision ? answerWords(decision, answerAt(state.answers, gap.decision)) : gap.chosen,
    message: gap.message,
    href: `/p/${state.id}/${gap.decision.split(".")[0]}#${gap.decision}`,
    files: tasks.filter((task) => task.text === null && task.because.includes(gap.decision)).map(({ path }) => path),
  };
}
