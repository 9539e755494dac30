import { expect, test } from "vitest";
import type { Outcome } from "./check.ts";
import { failuresOf } from "./failures.ts";

const outcome = (change: Partial<Outcome>): Outcome => ({
  check: "types",
  status: "fail",
  findings: [],
  tool: "t",
  ...change,
});

test("an agent is told the first failures of each check with their lines, and how many were left out", () => {
  const findings = Array.from({ length: 25 }, (_, at) => ({ code: "arg-type", message: `wrong ${at}`, line: at + 1 }));
  const told = failuresOf([outcome({ findings }), outcome({ check: "tests", findings: findings.slice(0, 2) })]);
  expect(
    told
      .filter(({ check }) => check === "types")
      .map(({ message }) => message)
      .slice(-2),
  ).toEqual(["wrong 9", "15 more of this check were left out here."]);
  expect(told.filter(({ check }) => check === "tests")).toHaveLength(2);
  expect(told[0]).toMatchObject({ line: 1, check: "types" });
});

test("a message as long as a log is cut, and a check that was ended says how", () => {
  const [long] = failuresOf([outcome({ findings: [{ code: "assert", message: "x".repeat(100_000) }] })]);
  expect(long?.message.length).toBeLessThan(1000);
  expect(failuresOf([outcome({ check: "tests", ended: "time limit" })])[0]?.message).toContain("time limit");
});

test("what passed, waits or was skipped is no failure", () => {
  const statuses = ["pass", "partial", "skipped", "pending"] as const;
  expect(failuresOf(statuses.map((status) => outcome({ status })))).toEqual([]);
});
