import { expect, test } from "vitest";
import { examples } from "../catalog/examples.ts";
import { reviewAnswers } from "../design/facts.ts";
import { emptyState } from "../project/evolve.ts";
import { checkpointHash } from "../project/progress.ts";
import type { ProjectState } from "../project/state.ts";
import type { Anchor } from "../share/anchor.ts";
import { knownAnchor } from "../share/known-anchor.ts";
import { sharedView, withoutPlace } from "./shared-view.ts";

const ID = "the-id-of-the-owners-project";
const AT = "2026-11-21T12:00:00Z";

/** A design both of whose reviews were run. */
function reviewed({ reasons = {}, ...answers }: (typeof examples)[number]["answers"]): ProjectState {
  const state = { ...emptyState(ID), answers, reasons };
  const record = (checkpoint: 1 | 2) => ({
    checkpoint,
    designHash: checkpointHash(state, checkpoint),
    review: reviewAnswers(answers, checkpoint),
    at: AT,
  });
  return { ...state, reviews: { 1: record(1), 2: record(2) } };
}

test.each(examples.map(({ id, answers }) => [id, answers] as const))(
  "colleagues see every decision and finding of %s, can comment on each, and are led nowhere into the owner's project",
  (_, answers) => {
    const state = reviewed(answers);
    const view = sharedView(state, Date.parse(AT));
    const decisions = view.stages.flatMap((stage) => stage.decisions.map(({ path }) => path));
    const findings = view.reviews.flatMap(({ checkpoint, result }) =>
      [...result.findings, ...result.strengths].map(({ id, decisions: links }) => ({ checkpoint, id, links })),
    );
    expect([decisions.length > 20, findings.length > 5]).toEqual([true, true]);
    for (const path of decisions)
      expect(knownAnchor(state, [], { kind: "decision", path })).toMatchObject({ ok: true });
    for (const { checkpoint, id, links } of findings) {
      expect(knownAnchor(state, [], { kind: "finding", checkpoint, id })).toMatchObject({ ok: true });
      expect(links.map(({ href }) => href)).toEqual(links.map(({ path }) => `#${path}`));
    }
    expect(JSON.stringify(view)).not.toContain(ID);
  },
);

test("a design that is only begun can be shown too", () => {
  const view = sharedView(emptyState(ID), Date.parse(AT));
  expect(view).toMatchObject({ title: "Unnamed project", description: "", reviews: [] });
  expect(view.stages.flatMap(({ decisions }) => decisions).some(({ answered }) => answered)).toBe(false);
});

test("what was said about a part that has gone is not lost: it is found among what has no place", () => {
  const answers = examples[0]?.answers as (typeof examples)[number]["answers"];
  const before = reviewed(answers);
  const after = reviewed({ ...answers, features: { ...answers.features, api: "none" } });
  const view = sharedView(before, Date.parse(AT));
  const about = (anchor: Anchor) => ({ anchor });
  const threads = [
    about({ kind: "general" }),
    about({ kind: "task", path: "README.md" }),
    about({ kind: "line", path: "src/app.py", line: 3, text: "import re" }),
    ...view.stages.flatMap(({ decisions }) => decisions.map(({ path }) => about({ kind: "decision", path }))),
    ...view.reviews.flatMap(({ checkpoint, result }) =>
      [...result.findings, ...result.strengths].map(({ id }) => about({ kind: "finding", checkpoint, id })),
    ),
  ];
  expect(withoutPlace(threads, view, ["README.md", "src/app.py"])).toEqual([]);
  const lost = withoutPlace(threads, sharedView(after, Date.parse(AT)), ["README.md"]);
  expect(new Set(lost.map(({ anchor }) => anchor.kind))).toEqual(new Set(["line", "decision", "finding"]));
});
