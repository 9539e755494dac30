import { expect, test } from "vitest";
import type { CheckId, Outcome } from "./check.ts";
import { awaiting, mergeOutcomes } from "./merge.ts";
import { summarise } from "./run.ts";

const PATH = "src/shop/pricing.py";
const outcome = (check: CheckId, status: Outcome["status"], extra: Partial<Outcome> = {}): Outcome => ({
  check,
  status,
  findings: [],
  tool: "tool",
  ...extra,
});
const statuses = (outcomes: readonly Outcome[]) => Object.fromEntries(outcomes.map((one) => [one.check, one.status]));

const read = [
  outcome("syntax", "pass"),
  outcome("style", "fail", { findings: [{ code: "E501", message: "long", line: 3 }] }),
  outcome("types", "skipped", { reason: "needs Docker" }),
  outcome("tests", "skipped", { reason: "needs Docker" }),
];

test("what only a container can say replaces what was skipped, and a failure of either stays one", () => {
  const contained = [
    outcome("style", "pass"),
    outcome("types", "pass"),
    outcome("tests", "partial", { reason: "waits" }),
  ];
  expect(statuses(mergeOutcomes(PATH, read, contained))).toEqual({
    syntax: "pass",
    style: "fail",
    types: "pass",
    tests: "partial",
  });
});

test("a reason of the container takes the place of the general one", () => {
  const contained = [outcome("tests", "skipped", { reason: "No test reaches this file." })];
  const tests = mergeOutcomes(PATH, read, contained).find(({ check }) => check === "tests");
  expect(tests?.reason).toBe("No test reaches this file.");
});

test("the same fault found by both is told once", () => {
  const contained = [
    outcome("style", "fail", {
      findings: [
        { code: "E501", message: "long", line: 3 },
        { code: "F401", message: "unused", line: 1 },
      ],
    }),
  ];
  const style = mergeOutcomes(PATH, read, contained).find(({ check }) => check === "style");
  expect(style?.findings.map(({ code }) => code)).toEqual(["E501", "F401"]);
});

test("only what a container would say is pending", () => {
  expect(statuses(awaiting(read, "queued"))).toEqual({
    syntax: "pass",
    style: "fail",
    types: "pending",
    tests: "pending",
  });
});

test("a file whose checks were all skipped is skipped in a summary, never passed", () => {
  const summary = summarise({
    a: [outcome("types", "skipped")],
    b: [outcome("types", "pass"), outcome("tests", "fail")],
  });
  expect(summary.byFile).toEqual({ a: { status: "skipped", failed: [] }, b: { status: "fail", failed: ["tests"] } });
  expect(summary.counts).toEqual({ passed: 1, failed: 1, skipped: 1, partial: 0 });
});
