import { answerAt } from "../catalog/access.ts";
import { ASKED_STAGES, decisionAt, pathOf, STAGE_DECISIONS } from "../catalog/index.ts";
import { stages } from "../catalog/stages.ts";
import type { Outcome } from "../checks/check.ts";
import { type Coverage, UNMEASURED } from "../checks/coverage.ts";
import type { Verdict } from "../checks/verdict.ts";
import { deriveFacts } from "../critic/facts.ts";
import type { Review } from "../critic/review.ts";
import { firstMinute } from "../delivery/first-minute.ts";
import type { Design } from "../design/design.ts";
import { factInput, reviewAnswers } from "../design/facts.ts";
import { interactionsFor } from "../interactions/interactions.ts";
import type { Draft } from "../project/drafts.ts";
import { isReviewed } from "../project/progress.ts";
import type { CheckpointId, LoggedEvent, ProjectState } from "../project/state.ts";
import type { Discussion } from "../share/discussion.ts";
import { answerWords } from "../view/answer-words.ts";
import { tierLabel } from "../view/evidence.ts";
import type { WorkTask } from "../view/generation-view.ts";
import { valueWords } from "../view/review-view.ts";
import { colleaguesOf } from "./colleagues.ts";
import { actorWords, eventWords } from "./log-words.ts";
import { qualityOf } from "./quality.ts";
import { recommendationsOf } from "./recommendations.ts";
import type { Report, ReportTask } from "./schema.ts";
import { reportTask } from "./task.ts";

/** Everything the report is drawn from. For an answers file alone, state is an empty project with these answers. */
export interface ReportInput {
  design: Design;
  state: ProjectState;
  tasks: readonly WorkTask[];
  /** The text of each task as it would be delivered: the accepted one, else the draft on the table. */
  texts: ReadonlyMap<string, string>;
  verdicts: ReadonlyMap<string, { sha256: string; outcomes: readonly Outcome[]; verdict: Verdict }>;
  /** What all tests covered of these texts; absent where nothing is known. */
  coverage?: Coverage;
  drafts: readonly Draft[];
  log: readonly LoggedEvent[];
  /** What else is open, known to whoever asks. */
  outstanding?: Report["outstanding"];
  /** What colleagues said through share links; absent where there can be no links. */
  discussion?: Discussion;
  /** The sub-prompt of a task. */
  prompt(task: WorkTask): string;
  /** ISO 8601, UTC; null where nothing depends on a time. */
  at: string | null;
}

/** The final report of one project at one moment (WORKFLOW 7). Pure: the same input gives the same report. */
export function reportOf(input: ReportInput): Report {
  const { design, state, log } = input;
  const tasks = input.tasks.map((task) => reportTask(input, task));
  const planned = tasks.filter(({ status }) => status !== "removed");
  const ready = planned.filter(({ status }) => status === "accepted").map(({ path }) => path);
  const reviews = ([1, 2] as const).map((checkpoint) => reviewOf(state, checkpoint));
  const facts = deriveFacts(factInput(state.answers));
  return {
    plumbline: 1,
    report: 1,
    at: input.at,
    summary: summaryOf(design, planned),
    decisions: decisionsOf(state, design),
    interactions: interactionsFor(facts).map(({ id, severity, effect, reason }) => ({ id, severity, effect, reason })),
    reviews,
    colleagues: colleaguesOf(input.discussion ?? { threads: [], verdicts: [] }),
    trend: state.trend.map(({ checkpoint, total, at }) => ({ checkpoint, total, at })),
    tasks,
    quality: qualityOf(planned, input.coverage ?? { reason: UNMEASURED }),
    outstanding: [...outstandingOf(planned, reviews), ...(input.outstanding ?? [])],
    nextSteps: firstMinute({ design, paths: ready.length > 0 ? ready : planned.map(({ path }) => path) }),
    recommendations: recommendationsOf(design, reviews[1]?.findings ?? []),
    deliveries: log.flatMap(({ event, at }) =>
      event.type === "delivered"
        ? [{ kind: event.kind, at, files: event.files, unfinished: event.unfinished.length, sha256: event.zipSha256 }]
        : [],
    ),
    log: log.map(({ version, at, by, event }) => ({ version, at, by: actorWords(by), what: eventWords(event) })),
    prompts: input.tasks
      .filter(({ status }) => status !== "removed")
      .map((task) => ({ id: task.id, path: task.path, text: input.prompt(task) })),
  };
}

const hasFailed = ({ checks }: ReportTask): boolean => checks.some(({ status }) => status === "fail");

function summaryOf(design: Design, planned: readonly ReportTask[]): Report["summary"] {
  const { intake } = design.answers;
  const completed = planned.filter(({ status }) => status === "accepted");
  const open = planned.length - completed.length;
  const knowingly = completed.filter(({ acknowledgement }) => acknowledgement !== "").length;
  const stubs = completed.filter(({ unfinished }) => unfinished).length;
  const purpose = decisionAt("intake.purpose");
  const readiness = open > 0 || stubs > 0 ? "unfinished" : knowingly > 0 ? "ready with acknowledgements" : "ready";
  const because = [
    open > 0
      ? `${open} of ${planned.length} planned files are not accepted.`
      : `All ${planned.length} planned files are accepted.`,
    ...(stubs > 0
      ? [
          `${stubs === 1 ? "One accepted file is a stub that says" : `${stubs} accepted files are stubs that say`} not to be finished.`,
        ]
      : []),
    ...(knowingly > 0
      ? [
          `${knowingly === 1 ? "One was" : `${knowingly} were`} accepted with a written reason although not every check had passed.`,
        ]
      : []),
  ].join(" ");
  return {
    name: design.repositoryName,
    packageName: design.packageName,
    description: intake.description,
    purpose: purpose ? answerWords(purpose, intake.purpose) : intake.purpose,
    tier: tierLabel(intake.tier),
    planned: planned.length,
    completed: completed.length,
    failed: planned.filter(hasFailed).length,
    skipped: planned.filter(({ status }) => status === "deferred").length,
    readiness,
    because,
  };
}

function decisionsOf(state: ProjectState, design: Design): Report["decisions"] {
  return ASKED_STAGES.map((stage) => {
    const confirmation = state.confirmations[stage];
    return {
      stage: stages.find(({ id }) => id === stage)?.title ?? stage,
      confirmedBy: confirmation ? actorWords(confirmation.by) : "",
      confirmedAt: confirmation?.at ?? null,
      answers: STAGE_DECISIONS[stage].flatMap((decision) => {
        const path = pathOf(decision);
        const value = answerWords(decision, answerAt(design.answers, path));
        return value === ""
          ? []
          : [{ path, label: decision.label, value, reason: design.answers.reasons?.[path] ?? "" }];
      }),
    };
  });
}

function reviewOf(state: ProjectState, checkpoint: CheckpointId): Report["reviews"][number] {
  const kept = state.reviews[checkpoint];
  const result: Review = kept?.review ?? reviewAnswers(state.answers, checkpoint);
  const { response } = kept ?? {};
  return {
    checkpoint,
    at: kept?.at ?? null,
    stale: kept !== undefined && !isReviewed(state, checkpoint),
    total: result.total,
    band: result.band,
    advice: result.advice,
    dimensions: result.dimensions.map(({ id, score, justification }) => ({ id, score, justification })),
    findings: result.findings.map(({ id, dimension, level, points, message, fix, evidence }) => ({
      id,
      dimension,
      level,
      points,
      message,
      fix,
      evidence: evidence.map(({ label, value }) => ({ label, value: valueWords(value) })),
    })),
    answer: response
      ? {
          kind: response.kind,
          by: actorWords(response.by),
          at: response.at,
          reasons: response.kind === "proceed" ? response.reasons : {},
        }
      : null,
  };
}

function outstandingOf(planned: readonly ReportTask[], reviews: Report["reviews"]): Report["outstanding"] {
  const lacks: [string, string, (task: ReportTask) => boolean][] = [
    [
      "Files without content",
      "Write or paste each, or give its sub-prompt to your agent.",
      (task) => task.status === "open" && task.bytes === null,
    ],
    [
      "Files that are not accepted yet",
      "Look at each and accept it, or say what should change.",
      (task) => task.status === "open" && task.bytes !== null,
    ],
    [
      "Files accepted for an earlier design",
      "Look at what differs, then accept the new draft.",
      ({ status }) => status === "stale",
    ],
    ["Deferred files", "Open them again when what they wait for is there.", ({ status }) => status === "deferred"],
    ["Files with a failing check", "Mend the findings, or keep the written reason for accepting them.", hasFailed],
    [
      "Stubs that are not finished",
      "Write them, or let an agent do it from the sub-prompt.",
      ({ unfinished, status }) => unfinished && status === "accepted",
    ],
  ];
  const stale = reviews.filter((one) => one.stale).map(({ checkpoint }) => `review ${checkpoint}`);
  return [
    ...lacks.flatMap(([what, mend, lacksIt]) => {
      const files = planned.filter(lacksIt).map(({ path }) => path);
      return files.length > 0 ? [{ what, mend, files }] : [];
    }),
    ...(stale.length > 0
      ? [{ what: "Reviews of an earlier design", mend: "Run them again for the design as it is now.", files: stale }]
      : []),
  ];
}
