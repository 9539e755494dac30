import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ProjectTask, TaskChecks } from "#lib/core/api/documents/project.ts";
import * as project from "#lib/core/api/operations/project.ts";
import type { Outcome } from "#lib/core/checks/check.ts";
import { db } from "#lib/io/db/client.ts";
import { json } from "#lib/io/db/commands/change-project.ts";
import { closeEmbedded } from "#lib/io/sandbox/embedded.ts";
import { good } from "#lib/wizard/approved-project.fixture.ts";
import { loadGeneration } from "#lib/wizard/load-generation.ts";
import { containerContexts, standingFiles } from "#lib/wizard/standing.ts";
import { ask, bearer, ownedProject } from "./agents.fixture.ts";

let mine: Awaited<ReturnType<typeof ownedProject>>;
let path = "";
// The reader of texts takes its time to start where the machine is busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
beforeAll(async () => {
  mine = await ownedProject("proved");
  const { tasks } = good(await loadGeneration(mine.caller, mine.id));
  path = tasks.find((task) => task.path.endsWith("/settings.py"))?.path as string;
});
afterAll(closeEmbedded);

/** What a worker would have written after running the file as it stands in a container. */
async function containerFound(outcomes: Outcome[]): Promise<void> {
  const generation = good(await loadGeneration(mine.caller, mine.id));
  const contexts = containerContexts(generation, await standingFiles(generation));
  const sha256 = generation.tasks.find((task) => task.path === path)?.draft?.sha256 as string;
  const key = { sha256, path, check: "container", context: contexts.get(path) as string, toolchain: "docker/test" };
  await db().checkRun.deleteMany({ where: { path, check: "container" } });
  await db().checkRun.create({ data: { ...key, outcome: json(outcomes) } });
}
const ran = (check: "types" | "tests", change: Partial<Outcome> = {}): Outcome => ({
  check,
  status: "pass",
  findings: [],
  tool: "test",
  sandbox: "docker",
  ...change,
});

test("what failed in a container stands in the agent's sub-prompt with its line, as much as an agent can use", async () => {
  const errors = Array.from({ length: 40 }, (_, at) => ({
    code: "arg-type",
    message: `Wrong type ${at}`,
    line: at + 3,
  }));
  const log = { code: "failed", message: `assert 1 == 2\n${"x".repeat(50_000)}`, line: 9 };
  await containerFound([
    ran("types", { status: "fail", findings: errors }),
    ran("tests", { status: "fail", findings: [log], counts: { passed: 3, failed: 1, skipped: 0 } }),
  ]);
  const headers = bearer((await mine.grant()).token);
  const params = { project: mine.id, task: path };
  const told = await ask(project.getProjectTask, { params, headers, search: "?form=generic" });
  const { prompts } = (await told.json()) as ProjectTask;
  expect(prompts.generic).toContain("- types, line 3: Wrong type 0");
  expect(prompts.generic).toContain("30 more of this check were left out here.");
  expect(prompts.generic).toContain("- tests, line 9: assert 1 == 2\n  xxx");
  expect(prompts.generic?.length).toBeLessThan(20_000);
});

test("where a container ran types and tests and all passed, an agent with leave accepts Python; never before", async () => {
  const headers = bearer((await mine.grant(true)).token);
  const params = { project: mine.id, task: path };
  const accept = async () => {
    const checks = (await (await ask(project.getProjectChecks, { params, headers })).json()) as TaskChecks;
    const body = JSON.stringify({ sha256: checks.sha256 });
    return (await ask(project.acceptProjectTask, { params, headers, body })).status;
  };
  await containerFound([ran("types"), ran("tests", { status: "partial", reason: "waits for TASK-099" })]);
  expect(await accept()).toBe(409);
  await containerFound([ran("types"), ran("tests", { status: "pending", reason: "Waits for its turn." })]);
  expect(await accept()).toBe(409);
  await containerFound([ran("types"), ran("tests", { counts: { passed: 3, failed: 0, skipped: 0 } })]);
  expect(await accept()).toBe(200);
});
