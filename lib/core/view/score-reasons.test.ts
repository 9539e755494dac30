import { expect, test } from "vitest";
import { examples } from "../catalog/examples.ts";
import { decisions } from "../catalog/index.ts";
import { reviewAnswers } from "../design/facts.ts";
import { emptyState } from "../project/evolve.ts";
import type { ProjectState } from "../project/state.ts";
import { consequencesOf } from "./consequences-of.ts";
import { reviewView } from "./review-view.ts";

const NOTHING_RENDERED = { files: [], dependencies: [], assumed: [], gaps: [] };
const states = examples.map(
  ({ id, answers }): ProjectState => ({
    ...emptyState(id),
    version: 1,
    answers: { ...answers, architecture: { ...answers.architecture, testing: "unit" } },
  }),
);

test.each(states)("the points listed under a dimension of $id come to its score", (state) => {
  for (const { base, held, rules, score } of consequencesOf(state, NOTHING_RENDERED).score?.dimensions ?? []) {
    const sum = rules.reduce((points, rule) => points + rule.points, base);
    const within = Math.min(5, Math.max(0, sum));
    if (held) expect(score).toBeLessThan(within);
    else expect(Math.abs(score - within)).toBeLessThan(0.5);
    expect(rules.every(({ href }) => href === "" || href.startsWith(`/p/${state.id}/`))).toBe(true);
  }
});

test.each(states)(
  "a finding about $id leads first to an answer its fix sets, else to the latest of its answers",
  (state) => {
    const review = reviewAnswers(state.answers, 2);
    const record = { review, at: "2026-01-01T00:00:00.000Z", designHash: "", response: null };
    const { result } = reviewView({ ...state, reviews: { 2: record } } as unknown as ProjectState, 2);
    const place = (path: string) => decisions.findIndex(({ stage, id }) => path === `${stage}.${id}`);
    for (const { id, decisions: shown } of result?.findings ?? []) {
      const set = review.findings.find((one) => one.id === id)?.changes ?? [];
      const first = shown[0]?.path ?? "";
      if (set.length > 0) expect(set.map(({ decision }) => `${decision}`)).toContain(first.split(".")[1]);
      else expect(place(first)).toBe(Math.max(...shown.map(({ path }) => place(path))));
    }
  },
);
