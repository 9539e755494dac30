import fc from "fast-check";
import { expect, test } from "vitest";
import { examples } from "../catalog/examples.ts";
import { ASKED_STAGES, decisions, pathOf } from "../catalog/index.ts";
import { emptyState } from "../project/evolve.ts";
import type { ProjectState } from "../project/state.ts";
import { answerWords } from "./answer-words.ts";
import { valueOfOption } from "./compare-view.ts";
import { journeyView } from "./journey-view.ts";
import { stageLive, stageText } from "./stage-view.ts";
import { whenWords } from "./when.ts";

const stateWith = (answers: ProjectState["answers"]): ProjectState => ({ ...emptyState("p"), version: 1, answers });
const clinic = stateWith(examples[0]?.answers ?? {});

test("every view is plain data that survives the way to the browser", () => {
  for (const stage of ASKED_STAGES) {
    const view = { text: stageText(stage), live: stageLive(clinic, stage) };
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  }
});

test("every decision of a stage has its texts and its live part under one path", () => {
  for (const stage of ASKED_STAGES) {
    const paths = stageText(stage).decisions.map(({ path }) => path);
    expect(stageLive(clinic, stage).decisions.map(({ path }) => path)).toEqual(paths);
    expect(stageText(stage).decisions.every(({ ask, why }) => ask !== "" && why !== "")).toBe(true);
  }
});

test("a suggestion that is the answer already is not suggested again", () => {
  for (const stage of ASKED_STAGES) {
    for (const { suggestion, value } of stageLive(clinic, stage).decisions)
      expect(suggestion?.value).not.toEqual(value ?? {});
  }
});

test("an empty project can be drawn, with its first stage open and the rest locked", () => {
  const { steps, title } = journeyView(stateWith({}));
  expect(title).toBe("Unnamed project");
  expect(steps.map(({ status }) => status)).toEqual([
    "open",
    ...Array.from({ length: steps.length - 1 }, () => "locked"),
  ]);
});

test("an option's value reads back as its label", () => {
  for (const decision of decisions) {
    if (!("options" in decision)) continue;
    for (const { id, label } of decision.options)
      expect(answerWords(decision, valueOfOption(decision, id)), pathOf(decision)).toBe(label);
  }
});

test("times are relative within a day and dates after", () => {
  const now = Date.parse("2026-11-21T12:00:00Z");
  expect(whenWords("2026-11-21T11:59:30Z", now)).toBe("just now");
  expect(whenWords("2026-11-21T11:59:00Z", now)).toBe("1 minute ago");
  expect(whenWords("2026-11-20T12:00:01Z", now)).toBe("23 hours ago");
  expect(whenWords("2026-11-19T12:00:00Z", now)).toBe("19 November 2026");
});

test("no answers, however partial, keep a stage from being drawn", () => {
  const some = fc.record(
    Object.fromEntries(
      ASKED_STAGES.map((stage) => [
        stage,
        fc.subarray(Object.entries(examples[0]?.answers[stage] ?? {})).map(Object.fromEntries),
      ]),
    ),
  );
  fc.assert(
    fc.property(some, fc.constantFrom(...ASKED_STAGES), (answers, stage) => {
      const live = stageLive(stateWith(answers as ProjectState["answers"]), stage);
      expect(live.decisions.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});
