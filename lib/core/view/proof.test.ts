import fc from "fast-check";
import { expect, test } from "vitest";
import { CHECK_IDS, type Outcome } from "../checks/check.ts";
import { verdict } from "../checks/verdict.ts";
import { type FeasibilityRun, feasibility } from "./feasibility-view.ts";
import { proofState } from "./proof-state.ts";
import { durationWords, liveStates, runOfFile, takesRuns } from "./run-words.ts";
import { type RunRow, type RunView, runView, type SandboxView } from "./runs-view.ts";

const outcome = (check: Outcome["check"], status: Outcome["status"]): Outcome => ({
  check,
  status,
  findings: status === "fail" ? [{ code: "x", message: "x" }] : [],
  tool: "t",
  ...(status === "pass" || status === "fail" ? {} : { reason: "r" }),
});
const stateOf = (outcomes: Outcome[]) => proofState({ outcomes, verdict: verdict(outcomes) });

const run = (more: Partial<RunRow>): RunView =>
  runView(
    {
      id: "r",
      kind: "draft",
      status: "done",
      actor: { kind: "owner", name: "you" },
      paths: ["a.py"],
      createdAt: new Date(0),
      startedAt: null,
      finishedAt: null,
      sandbox: "docker",
      reason: "",
      progress: {},
      ...more,
    },
    null,
  );
const docker = (state: SandboxView["state"]): SandboxView => ({ driver: "docker", state, detail: "", workers: 1 });
const embedded: SandboxView = { driver: "embedded", state: "ready", detail: "", workers: 1 };

test("a file whose tests did not run is never called passed, whatever else passed", () => {
  const statuses = fc.constantFrom<Outcome["status"][]>("pass", "partial", "fail", "skipped", "pending");
  fc.assert(
    fc.property(fc.array(statuses, { minLength: 8, maxLength: 8 }), (all) => {
      const outcomes = CHECK_IDS.map((check, index) => outcome(check, all[index] as Outcome["status"]));
      if (stateOf(outcomes) !== "passed") return;
      expect(outcomes.filter(({ status }) => status === "fail" || status === "pending")).toEqual([]);
      for (const check of ["types", "tests", "build"])
        expect(outcomes.find((one) => one.check === check)?.status).toBe("pass");
    }),
  );
});

test("the weightiest thing speaks for a file", () => {
  expect(stateOf([outcome("security", "fail"), outcome("tests", "pending")])).toBe("critical");
  expect(stateOf([outcome("style", "fail"), outcome("tests", "pending")])).toBe("failed");
  expect(stateOf([outcome("style", "pass"), outcome("tests", "pending")])).toBe("pending");
  expect(stateOf([outcome("style", "pass"), outcome("tests", "partial")])).toBe("partial");
  expect(stateOf([outcome("style", "pass"), outcome("contract", "skipped")])).toBe("passed");
});

test("a run that goes on speaks for its files before one that ended, and a proof of the design for none", () => {
  const view = {
    sandbox: docker("ready"),
    runs: [
      run({ id: "new", status: "cancelled" }),
      run({ id: "design", kind: "feasibility", status: "running" }),
      run({ id: "old", kind: "repository", status: "queued", paths: ["a.py", "b.py"] }),
    ],
  };
  expect(runOfFile(view, "a.py")?.id).toBe("old");
  expect([...liveStates(view)]).toEqual([
    ["a.py", "queued"],
    ["b.py", "queued"],
  ]);
  expect(runOfFile(view, "c.py")).toBeNull();
});

test("runs are asked for only where containers are, or will be", () => {
  expect([docker("ready"), docker("building"), docker("failed"), embedded].map(takesRuns)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("what ran for an earlier design is stale, and what never ran says why", () => {
  const summary = {
    counts: { passed: 7, failed: 1, skipped: 0, partial: 0 },
    byCheck: { types: { passed: 0, failed: 1, skipped: 0, partial: 0 } },
    byFile: { "a.py": { status: "fail" as const, failed: ["types" as const] } },
  };
  const found: FeasibilityRun = { run: run({ kind: "feasibility", progress: { summary } }), current: true };
  expect(feasibility(found, docker("ready"))).toMatchObject({
    kind: "done",
    proved: false,
    failing: [{ path: "a.py", checks: ["Types"] }],
  });
  expect(feasibility({ ...found, current: false }, docker("ready"))).toMatchObject({ kind: "done", current: false });
  expect(feasibility(null, embedded)).toMatchObject({ kind: "not-run", canAsk: false });
  const cancelled = { run: run({ kind: "feasibility", status: "cancelled" }), current: false };
  expect(feasibility(cancelled, docker("ready"))).toMatchObject({ kind: "not-run", canAsk: true });
});

test("times read as people say them", () => {
  expect([12, 999, 3_240, 59_999, 125_000].map(durationWords)).toEqual([
    "12 ms",
    "999 ms",
    "3.2 s",
    "60.0 s",
    "2 min 5 s",
  ]);
});
