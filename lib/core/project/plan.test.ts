import { expect, test } from "vitest";
import type { Task } from "../blueprint/blueprint.ts";
import { emptyState } from "./evolve.ts";
import { changePlan, type PlanChange, plannedTasks } from "./plan.ts";
import type { ProjectState } from "./state.ts";

const task = (path: string, after: string[] = [], phase: Task["phase"] = "core"): Task => ({
  id: "",
  path,
  artifact: "a",
  phase,
  purpose: "p",
  effort: "simple",
  layer: "none",
  because: [],
  after,
  requirements: [],
  text: "x\n",
  sha256: "0".repeat(64),
  unfinished: false,
});
const tasks = [task("a.py"), task("b.py", ["a.py"]), task("c.py"), task("README.md", [], "readme")];

function applied(state: ProjectState, change: PlanChange): ProjectState {
  const plan = changePlan(state, tasks, change);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  // Through JSON, as the log keeps it.
  return { ...state, plan: { ...state.plan, ...JSON.parse(JSON.stringify(plan.value)) } };
}
const paths = (state: ProjectState) => plannedTasks(state, tasks).map(({ path }) => path);
const start = emptyState("p");

test("a whole new order is kept, and the plan's own order comes back after a way through JSON", () => {
  const ordered = applied(start, { kind: "order", paths: ["c.py", "a.py", "b.py", "README.md"], reason: "c first" });
  expect(paths(ordered)).toEqual(["c.py", "a.py", "b.py", "README.md"]);
  expect(paths(applied(ordered, { kind: "reset-order" }))).toEqual(["a.py", "b.py", "c.py", "README.md"]);
});

test("an order that puts a file before what it builds on is refused with both names", () => {
  const refused = changePlan(start, tasks, {
    kind: "order",
    paths: ["b.py", "a.py", "c.py", "README.md"],
    reason: "why not",
  });
  expect(refused).toMatchObject({
    ok: false,
    error: [{ code: "breaks-dependency", message: "b.py builds on a.py and must come after it." }],
  });
});

test("an order that names a file twice, or not at all, is refused", () => {
  for (const wrong of [
    ["a.py", "b.py", "c.py"],
    ["a.py", "a.py", "b.py", "c.py"],
    ["a.py", "b.py", "c.py", "README.md", "x.py"],
  ])
    expect(changePlan(start, tasks, { kind: "order", paths: wrong, reason: "why not" })).toMatchObject({
      ok: false,
      error: [{ code: "other-plan" }],
    });
});

test("an own file stands before the README, and removing it takes it off the list", () => {
  const added = applied(start, { kind: "add", path: "scripts/load.py", purpose: "Loads prices" });
  expect(paths(added)).toEqual(["a.py", "b.py", "c.py", "scripts/load.py", "README.md"]);
  const removed = applied(added, { kind: "remove", path: "scripts/load.py", reason: "not wanted" });
  expect(paths(removed)).toEqual(["a.py", "b.py", "c.py", "README.md"]);
  expect(removed.plan.removed).toEqual([]);
});

test("a planned file that is removed stays on the list as removed and can be put back", () => {
  const removed = applied(start, { kind: "remove", path: "c.py", reason: "not wanted" });
  expect(plannedTasks(removed, tasks).find(({ path }) => path === "c.py")?.status).toBe("removed");
  const restored = applied(removed, { kind: "restore", path: "c.py" });
  expect(plannedTasks(restored, tasks).find(({ path }) => path === "c.py")?.status).toBe("open");
});
