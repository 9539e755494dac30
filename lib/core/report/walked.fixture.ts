import { render } from "#lib/wizard/toolbox.ts";
import { subPrompt } from "../blueprint/sub-prompt.ts";
import type { Answers } from "../catalog/answers.ts";
import type { Outcome } from "../checks/check.ts";
import { verdict } from "../checks/verdict.ts";
import { reviewAnswers } from "../design/facts.ts";
import { currentDraft, type Draft } from "../project/drafts.ts";
import { emptyState } from "../project/evolve.ts";
import { plannedTasks } from "../project/plan.ts";
import type { Actor, LoggedEvent, ProjectState, TaskState } from "../project/state.ts";
import { sha256 } from "../sha256.ts";
import { reportOf } from "./report-of.ts";
import type { Report } from "./schema.ts";

const OWNER: Actor = { kind: "owner", name: "you" };
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 21, 12, minute)).toISOString();

const passed = (check: Outcome["check"], more: Partial<Outcome> = {}): Outcome => ({
  check,
  status: "pass",
  findings: [],
  tool: `${check}-tool 1.2`,
  sandbox: "docker",
  ...more,
});

/** By its place in the plan, what the checks said about a file: mostly good, with one of everything else. */
function outcomesAt(index: number, words: string): Outcome[] {
  if (index === 4)
    return [
      passed("syntax"),
      passed("style", {
        status: "fail",
        findings: [{ code: "E1", message: `Long ${words}`, mend: "Cut it.", line: 7 }],
      }),
    ];
  if (index === 5)
    return [passed("syntax"), passed("types", { status: "skipped", tool: "none", reason: `No ${words}` })];
  if (index === 6) return [passed("tests", { counts: { passed: 41, failed: 0, skipped: 3 } })];
  if (index === 7) return [passed("imports", { status: "partial", reason: "Waits for TASK-090" })];
  return [passed("syntax"), passed("style")];
}

/**
 * The report of a design that people walked through: confirmed, reviewed, mostly accepted, with a repair, a change
 * request, a deferral, a failing check and a delivery.
 * @param words typed wherever somebody may type
 */
export function walkedReport(answers: Answers, words = "plain words"): Report {
  const { design, blueprint } = render(answers);
  const { reasons: _, ...stages } = answers;
  const files = blueprint.tasks.flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]));
  const accepted = (path: string, text: string): [string, TaskState] => [
    path,
    { status: "accepted", acceptedSha: sha256(text), causeHash: sha256(text), at: at(30), by: OWNER },
  ];
  const states = Object.fromEntries(files.slice(0, -3).map(({ path, text }) => accepted(path, text)));
  const fifth = files[4]?.path as string;
  states[fifth] = { ...(states[fifth] as TaskState), acknowledgement: words, by: { kind: "agent", name: words } };
  states[files.at(-2)?.path as string] = { status: "deferred", deferReason: words };
  states[files.at(-3)?.path as string] = { status: "open", changeRequests: [words, "Say it shorter"] };
  const review = reviewAnswers(stages, 1);
  const state: ProjectState = {
    ...emptyState("walked"),
    answers: stages,
    reasons: { "intake.tier": words },
    confirmations: { intake: { answersHash: "", at: at(1), by: OWNER, version: 2 } },
    reviews: {
      1: {
        checkpoint: 1,
        designHash: "",
        review,
        at: at(2),
        response: { kind: "proceed", reasons: { [review.findings[0]?.id ?? "X"]: words }, at: at(3), by: OWNER },
      },
    },
    trend: [
      { checkpoint: 1, total: 17.5, designHash: "", at: at(2) },
      { checkpoint: 1, total: review.total, designHash: "", at: at(4) },
    ],
    tasks: states,
  };
  const drafts: Draft[] = [
    {
      path: fifth,
      number: 2,
      sha256: states[fifth]?.acceptedSha as string,
      source: "repair",
      reason: words,
      createdAt: at(25),
    },
  ];
  const tasks = plannedTasks(state, blueprint.tasks).map((task) => ({ ...task, draft: currentDraft(task, drafts) }));
  const log: LoggedEvent[] = [
    { version: 1, at: at(1), by: OWNER, event: { type: "stage-confirmed", stage: "intake", answersHash: "" } },
    {
      version: 2,
      at: at(5),
      by: { kind: "agent", name: words },
      event: { type: "task-deferred", path: "a", reason: words },
    },
    {
      version: 3,
      at: at(40),
      by: OWNER,
      event: { type: "delivered", kind: "zip", zipSha256: sha256("zip"), files: files.length, unfinished: ["a"] },
    },
  ];
  return reportOf({
    design: { ...design, answers: { ...design.answers, reasons: { "intake.tier": words } } },
    state,
    tasks,
    texts: new Map(files.map(({ path, text }) => [path, text])),
    verdicts: new Map(
      files.map(({ path, text }, index) => {
        const outcomes = outcomesAt(index, words);
        return [path, { sha256: sha256(text), outcomes, verdict: verdict(outcomes) }];
      }),
    ),
    coverage: {
      tool: "coverage 7.1",
      branch: true,
      floor: 85.5,
      total: { statements: 1169, covered: 1108, branches: 124, coveredBranches: 106 },
      files: [
        {
          path: `src/${words.replaceAll(/\W/g, "_")}.py`,
          statements: 1009,
          covered: 957,
          branches: 124,
          coveredBranches: 106,
        },
        { path: "src/small.py", statements: 160, covered: 151, branches: 0, coveredBranches: 0 },
      ],
    },
    drafts,
    log,
    discussion: {
      verdicts: [
        {
          version: 9,
          name: words,
          verdict: "request-changes",
          text: words,
          at: at(20),
          link: "Team",
          current: false,
          replaced: false,
        },
      ],
      threads: [],
    },
    prompt: (task) => subPrompt({ design, task, tasks }),
    at: at(59),
  });
}
