import fc from "fast-check";
import { expect, test } from "vitest";
import { changedState, projectSide } from "../../wizard/comparing.ts";
import { answerAt } from "../catalog/access.ts";
import type { Answers } from "../catalog/answers.ts";
import { arbitraryAnswers } from "../catalog/arbitrary-answers.ts";
import { decisions, pathOf } from "../catalog/index.ts";
import { replay } from "../project/evolve.ts";
import type { ProjectState } from "../project/state.ts";
import { compareDesigns } from "./compare-designs.ts";

const caller = {
  ownerHash: "somebody",
  actor: { kind: "owner", name: "" } as const,
  now: new Date("2026-11-21T00:00:00Z"),
};

function projectOf({ plumbline: _, ...answers }: Answers): ProjectState {
  const event = { type: "project-created" as const, answers, touched: [] };
  return replay("p", [{ version: 1, at: caller.now.toISOString(), by: caller.actor, event }]);
}

/** The project with another answer; null where that is refused. */
function trying(state: ProjectState, path: string, value: unknown): ProjectState | null {
  const tried = changedState(caller, state, [{ path, value: value ?? null }]);
  return tried.ok ? tried.value : null;
}

const between = (left: ProjectState, right: ProjectState) =>
  compareDesigns({ left: projectSide(left), right: projectSide(right) });

const wish = fc.record({
  present: arbitraryAnswers,
  other: arbitraryAnswers,
  path: fc.constantFrom(...decisions.map(pathOf)),
});

test("trying the answer that is given differs in nothing, whatever the question", () => {
  fc.assert(
    fc.property(wish, ({ present, path }) => {
      const now = projectOf(present);
      const same = trying(now, path, structuredClone(answerAt(now.answers, path)));
      expect(same).not.toBeNull();
      const { findings, files, dependencies, ...found } = between(now, same as ProjectState);
      expect({ same: found.same, findings, files, dependencies }).toEqual({
        same: true,
        findings: [],
        files: [],
        dependencies: [],
      });
    }),
    { numRuns: 8 },
  );
});

test("from the other answer, trying the one that was given shows the inverse", () => {
  let met = 0;
  fc.assert(
    fc.property(wish, ({ present, other, path }) => {
      const now = projectOf(present);
      const then = trying(now, path, answerAt(other, path));
      if (!then) return;
      const there = between(now, then);
      // An answer whose question goes away goes with it, and does not come back by itself.
      if (there.decisions.some((one) => one.path !== path)) return;
      const back = trying(then, path, answerAt(now.answers, path));
      expect(back?.answers).toEqual(now.answers);
      const here = between(then, back as ProjectState);
      expect(here.files).toEqual(
        there.files.map(({ path: file, left, right }) => ({ path: file, left: right, right: left })),
      );
      expect(here.score).toMatchObject({ left: there.score.right, right: there.score.left });
      expect(here.decisions.map(({ left, right }) => [right.value, left.value])).toEqual(
        there.decisions.map(({ left, right }) => [left.value, right.value]),
      );
      met += there.decisions.length;
    }),
    { numRuns: 16 },
  );
  expect(met).toBeGreaterThan(0);
});
