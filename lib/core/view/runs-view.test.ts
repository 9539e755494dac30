import { expect, test } from "vitest";
import { type RunRow, runView, sandboxView, type WorkerRow } from "./runs-view.ts";

const worker = (sandbox: WorkerRow["sandbox"], state: WorkerRow["state"], detail = ""): WorkerRow => ({
  sandbox,
  state,
  detail,
  toolchain: "",
});
const short = (view: ReturnType<typeof sandboxView>) => `${view.driver} ${view.state}`;

test("the best that any worker offers is what is offered", () => {
  const workers = [worker("embedded", "ready"), worker("docker", "building", "35 %"), worker("docker", "ready")];
  expect(short(sandboxView(workers, false))).toBe("docker ready");
  expect(sandboxView(workers.slice(0, 2), false)).toMatchObject({
    driver: "docker",
    state: "building",
    detail: "35 %",
  });
});

test("where only containers are wanted, an embedded sandbox is none", () => {
  expect(short(sandboxView([worker("embedded", "ready")], true))).toBe("none failed");
  expect(short(sandboxView([], true))).toBe("none absent");
  expect(short(sandboxView([worker("embedded", "ready")], false))).toBe("embedded ready");
  expect(short(sandboxView([], false))).toBe("embedded absent");
});

test("a run tells no place in the queue once it has left it, and no time before it ended", () => {
  const row: RunRow = {
    id: "r",
    kind: "draft",
    status: "running",
    actor: { kind: "owner", name: "you" },
    paths: ["a.py"],
    createdAt: new Date(0),
    startedAt: new Date(1_000),
    finishedAt: null,
    sandbox: "",
    reason: "",
    progress: {},
  };
  expect(runView(row, 3)).toMatchObject({ ahead: null, durationMs: null, sandbox: null, byCheck: [] });
  expect(runView({ ...row, status: "queued", startedAt: null }, 3).ahead).toBe(3);
  expect(runView({ ...row, status: "done", finishedAt: new Date(3_500) }, null).durationMs).toBe(2_500);
});
