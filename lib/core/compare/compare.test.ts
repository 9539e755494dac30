import { applyPatch, parsePatch } from "diff";
import fc from "fast-check";
import { expect, test } from "vitest";
import { designSide } from "../../wizard/comparing.ts";
import { withAnswer } from "../catalog/access.ts";
import type { Answers, PartialAnswers } from "../catalog/answers.ts";
import { arbitraryAnswers } from "../catalog/arbitrary-answers.ts";
import { examples } from "../catalog/examples.ts";
import type { DeliveredFile } from "../delivery/repository.ts";
import { answerDetails } from "./answer-details.ts";
import { compareDesigns } from "./compare-designs.ts";
import { patchBetween } from "./patch.ts";
import { both, type Sides } from "./sides.ts";

const clinic = examples[0]?.answers as Answers;
const changed = (path: string, value: unknown, answers: PartialAnswers = clinic) => withAnswer(answers, path, value);
const comparison = (left: PartialAnswers, right: PartialAnswers) =>
  compareDesigns({ left: designSide(left), right: designSide(right) });

/** Every `left` for its `right`, however deep. */
function swapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(swapped);
  if (typeof value !== "object" || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, swapped(one)]));
  return "left" in inner && "right" in inner ? { ...inner, left: inner.right, right: inner.left } : inner;
}

/** What a patch makes of files, by the library that wrote it. */
function patched(files: readonly DeliveredFile[], patch: string): Map<string, string> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const one of parsePatch(patch)) {
    const [from, to] = [one.oldFileName?.slice(2) ?? "", one.newFileName?.slice(2) ?? ""];
    const text = applyPatch(one.isCreate ? "" : (texts.get(from) ?? ""), one);
    if (text === false) throw new Error(`the patch of ${from} does not apply`);
    if (one.isDelete) texts.delete(from);
    else texts.set(to, text);
  }
  return texts;
}

/** A design that is a neighbour of another: one answer taken from a third, as people change designs; or left open. */
const pair = fc.tuple(arbitraryAnswers, arbitraryAnswers, fc.constantFrom("near", "open", "far")).map(
  ([left, other, how]): Sides<PartialAnswers> =>
    ({
      far: { left, right: other },
      near: { left, right: { ...left, architecture: other.architecture } },
      open: { left, right: { intake: left.intake, architecture: other.architecture } },
    })[how],
);

test("swapping the sides gives the inverse, and the patch leads from one to the other", () => {
  fc.assert(
    fc.property(pair, (answers) => {
      const sides = both(answers, (given) => designSide(given));
      const there = compareDesigns(sides);
      expect(compareDesigns({ left: sides.right, right: sides.left })).toEqual(swapped(there));
      expect(patched(sides.left.files, patchBetween(both(sides, ({ files }) => files)))).toEqual(
        new Map(sides.right.files.map(({ path, text }) => [path, text])),
      );
    }),
    { numRuns: 12 },
  );
});

test("a design and itself differ in nothing, complete or not", () => {
  fc.assert(
    fc.property(pair, ({ right }) => {
      const [left, again] = [designSide(right), designSide(structuredClone(right))];
      const { same, decisions, reasons, findings, files, dependencies } = compareDesigns({ left, right: again });
      expect({ same, decisions, reasons, findings, files, dependencies }).toEqual({
        same: true,
        decisions: [],
        reasons: [],
        findings: [],
        files: [],
        dependencies: [],
      });
      expect(patchBetween({ left: left.files, right: again.files })).toBe("");
    }),
    { numRuns: 6 },
  );
});

test("one decision more shows with its labels, its score, its files and its packages", () => {
  const found = comparison(clinic, changed("architecture.logging", "stdlib"));
  expect(found.decisions.map(({ path }) => path)).toEqual(["architecture.logging"]);
  expect(found.dependencies).toEqual([
    { name: "structlog", group: "runtime", left: expect.stringContaining("structlog"), right: null },
  ]);
  const touched = found.files.map(({ path }) => path);
  expect(touched).toContain("pyproject.toml");
  expect(touched).not.toContain("LICENSE");
});

test("a finding that only one side has explains the score", () => {
  const { score, findings } = comparison(clinic, changed("architecture.testing", "none"));
  expect(score.left?.total).toBeGreaterThan(score.right?.total ?? 25);
  const only = findings.filter(({ left, right }) => (left === null) !== (right === null));
  expect(only.length).toBeGreaterThan(0);
  expect(only.every(({ left, right }) => (left ?? right)?.message !== "")).toBe(true);
});

test("another reason for the same answer is a difference", () => {
  const reasoned = { ...clinic, reasons: { "intake.tier": "Auditors ask for it.", CM01: "We accept it." } };
  const { same, decisions, reasons } = comparison(clinic, reasoned);
  expect(same).toBe(false);
  expect(decisions.map(({ path, right }) => [path, right.reason])).toEqual([["intake.tier", "Auditors ask for it."]]);
  expect(reasons).toEqual([{ id: "CM01", left: null, right: "We accept it." }]);
});

test("an unfinished design is compared as far as it goes, and says what is missing", () => {
  const { features: _, ...begun } = clinic;
  const { assumed, score, files } = compareDesigns({ left: designSide(begun, false), right: designSide(clinic) });
  expect(assumed.right).toEqual([]);
  expect(assumed.left).toContain("features.api");
  expect(score.checkpoint).toBe(1);
  expect(files.length).toBeGreaterThan(0);
});

test("parts of an answer are matched by their name, and only what differs is told", () => {
  const slot = { name: "Slot", fields: [{ name: "room", type: "str", max_length: 40 }] };
  const visit = { name: "Visit", fields: [{ name: "note", type: "str" }] };
  const longer = { ...slot, fields: [{ name: "room", type: "str", max_length: 60 }] };
  expect(answerDetails([slot], [visit, longer])).toEqual([
    { at: "Slot › fields › room › max length", left: "40", right: "60" },
    { at: "Visit", left: null, right: "fields note" },
  ]);
  expect(answerDetails(["a", "b"], ["b", "a"])).toEqual([{ at: "order", left: "a, b", right: "b, a" }]);
});
