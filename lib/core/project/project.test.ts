import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answers } from "../catalog/answers.ts";
import { examples } from "../catalog/examples.ts";
import { reviewAnswers } from "../design/facts.ts";
import { completeAnswers } from "./complete.ts";
import { type Command, decide } from "./decide.ts";
import { emptyState, evolve, replay } from "./evolve.ts";
import { currentStep, JOURNEY, missingBefore, progress } from "./progress.ts";
import type { LoggedEvent, ProjectState } from "./state.ts";

const OWNER = { kind: "owner", name: "" } as const;

class Journey {
  state: ProjectState = emptyState("p");
  readonly log: LoggedEvent[] = [];

  do(command: Command): string[] {
    const decided = decide(this.state, command);
    if (!decided.ok) return decided.error.map(({ code }) => code);
    for (const event of decided.value) {
      const logged: LoggedEvent = { version: this.state.version + 1, at: "2026-11-21T00:00:00.000Z", by: OWNER, event };
      this.log.push(logged);
      this.state = evolve(this.state, logged);
    }
    return [];
  }

  review(checkpoint: 1 | 2): void {
    this.do({ type: "run-review", checkpoint, review: reviewAnswers(this.state.answers, checkpoint) });
    const review = this.state.reviews[checkpoint]?.review;
    const reasons = Object.fromEntries([...(review?.blockers ?? []), "band"].map((id) => [id, "known"]));
    this.do({ type: "answer-review", checkpoint, response: { kind: "proceed", reasons } });
  }
}

const service = (examples[0] as { answers: Answers }).answers;

function started(answers: Answers = service): Journey {
  const journey = new Journey();
  const { plumbline: _, ...rest } = answers;
  journey.do({ type: "create", answers: rest, touched: [] });
  return journey;
}

function confirmedUpTo(step: (typeof JOURNEY)[number]): Journey {
  const journey = started();
  for (const one of JOURNEY.slice(0, JOURNEY.indexOf(step) + 1)) {
    if (one === "review-1") journey.review(1);
    else if (one === "review-2") journey.review(2);
    else if (one !== "generation") expect(journey.do({ type: "confirm-stage", stage: one })).toEqual([]);
  }
  return journey;
}

test("a complete design goes through every stage and both reviews in order", () => {
  const journey = confirmedUpTo("review-2");
  expect(currentStep(journey.state)).toBe("generation");
  expect(completeAnswers(journey.state).ok).toBe(true);
});

test("no step can be taken before the ones in front of it", () => {
  const journey = started();
  expect(journey.do({ type: "confirm-stage", stage: "features" })).toContain("out-of-order");
  expect(journey.do({ type: "run-review", checkpoint: 2, review: reviewAnswers(journey.state.answers, 2) })).toContain(
    "out-of-order",
  );
  expect(journey.do({ type: "approve-plan", designHash: "x" })).toContain("out-of-order");
  expect(journey.do({ type: "accept-tasks", tasks: [] })).toContain("out-of-order");
  expect(missingBefore(journey.state, "generation")).toEqual(JOURNEY.slice(0, -1));
});

test("a stage with a missing answer is not confirmed and says which one is missing", () => {
  const journey = started();
  journey.do({ type: "change-answers", changes: [{ path: "intake.maturity", value: null }] });
  const decided = decide(journey.state, { type: "confirm-stage", stage: "intake" });
  expect(decided.ok ? [] : decided.error.map(({ path }) => path)).toEqual(["intake.maturity"]);
});

test("changing a confirmed answer makes its stage and the reviews stale, and taking it back mends them", () => {
  const journey = confirmedUpTo("review-2");
  const status = () => Object.fromEntries(progress(journey.state).map(({ step, status }) => [step, status]));
  expect(journey.do({ type: "change-answers", changes: [{ path: "architecture.logging", value: "stdlib" }] })).toEqual(
    [],
  );
  expect(status()).toMatchObject({
    intake: "done",
    architecture: "stale",
    "review-1": "stale",
    structure: "done",
    features: "done",
    "review-2": "stale",
  });
  expect(journey.do({ type: "undo" })).toEqual([]);
  expect(status()).toMatchObject({ architecture: "done", "review-1": "done", "review-2": "done" });
});

test("a review of another design cannot be answered", () => {
  const journey = confirmedUpTo("review-1");
  journey.do({ type: "change-answers", changes: [{ path: "architecture.testing", value: "none" }] });
  expect(journey.do({ type: "answer-review", checkpoint: 1, response: { kind: "proceed", reasons: {} } })).toEqual([
    "stale-review",
  ]);
});

test("a blocker lets nobody go on without a written reason, and the reason enters the answers document", () => {
  const journey = started();
  journey.do({ type: "change-answers", changes: [{ path: "architecture.testing", value: "none" }] });
  journey.do({ type: "confirm-stage", stage: "intake" });
  journey.do({ type: "confirm-stage", stage: "architecture" });
  journey.do({ type: "run-review", checkpoint: 1, review: reviewAnswers(journey.state.answers, 1) });
  expect(journey.do({ type: "answer-review", checkpoint: 1, response: { kind: "proceed", reasons: {} } })).toContain(
    "reason-needed",
  );
  const blockers = journey.state.reviews[1]?.review.blockers ?? [];
  expect(blockers.length).toBeGreaterThan(0);
  const reasons = Object.fromEntries(blockers.map((id) => [id, "A spike, deleted on Friday"]));
  expect(journey.do({ type: "answer-review", checkpoint: 1, response: { kind: "proceed", reasons } })).toEqual([]);
  const complete = completeAnswers(journey.state);
  expect(complete.ok && complete.value.reasons).toEqual(reasons);
});

const change = fc.record({
  path: fc.constantFrom(
    "architecture.logging",
    "architecture.testing",
    "intake.maturity",
    "intake.lifespan",
    "features.ci",
    "intake.non_goals",
  ),
  value: fc.constantFrom<unknown>(
    "stdlib",
    "structlog",
    "none",
    "unit",
    "prototype",
    "production",
    "long",
    true,
    false,
    ["no payments"],
    null,
    42,
  ),
});
const commands = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: change.map((one): Command => ({ type: "change-answers", changes: [one] })) },
    fc.constant<Command>({ type: "undo" }),
    fc.constant<Command>({ type: "redo" }),
  ),
  { maxLength: 40 },
);

test("the log alone gives the state back, whatever happened", () => {
  fc.assert(
    fc.property(commands, (list) => {
      const journey = started();
      for (const command of list) journey.do(command);
      expect(replay("p", journey.log)).toEqual(journey.state);
    }),
    { numRuns: 60 },
  );
});

test("undoing everything gives the first answers back, and redoing everything the last", () => {
  fc.assert(
    fc.property(commands, (list) => {
      const journey = started();
      const first = journey.state.answers;
      for (const command of list) journey.do(command);
      const last = journey.state.answers;
      const redoable = journey.state.redo.length;
      while (journey.state.undo.length > 0) journey.do({ type: "undo" });
      expect(journey.state.answers).toEqual(first);
      while (journey.state.redo.length > redoable) journey.do({ type: "redo" });
      expect(journey.state.answers).toEqual(last);
    }),
    { numRuns: 60 },
  );
});

test("the first review takes nothing off for questions that come later", () => {
  const { structure: _, features: __, ...early } = service;
  const first = reviewAnswers(early, 1);
  expect(first.findings.filter(({ points }) => points < 0).map(({ id }) => id)).toEqual(["CO23"]);
  expect(first.dimensions.find(({ id }) => id === "Completeness")?.score).toBe(4);
});
