import { afterAll, expect, test } from "vitest";
import type { Outcome } from "#lib/core/checks/check.ts";
import { isMeasured, type MeasuredCoverage } from "#lib/core/checks/coverage.ts";
import type { RunKind } from "#lib/core/checks/run.ts";
import { db } from "#lib/io/db/client.ts";
import { noteWorker } from "#lib/io/db/commands/note-worker.ts";
import { closeSender } from "#lib/io/jobs/send-run.ts";
import type { SandboxDriver } from "#lib/io/sandbox/driver.ts";
import { approvedProject, good, owner } from "./approved-project.fixture.ts";
import { deliveryEvidence } from "./delivering.ts";
import { loadGeneration } from "./load-generation.ts";
import { rememberedCoverage } from "./proved.ts";
import { generationReport } from "./report-generation.ts";
import { requestRun } from "./request-run.ts";
import { saveDraft } from "./save-draft.ts";
import { validateRun } from "./validate-run.ts";

const caller = owner("coverage");
const TOOLS = "tools 1";
const COVERED: MeasuredCoverage = {
  tool: "coverage 7",
  branch: true,
  floor: 85,
  total: { statements: 9, covered: 8, branches: 2, coveredBranches: 1 },
  files: [],
};
const passed: Outcome = { check: "types", status: "pass", findings: [], tool: "mypy", sandbox: "docker" };

/** Says about every file what a container would say, and measures where all files are asked for. */
const driver: SandboxDriver = {
  name: "docker",
  isolation: "container",
  toolchain: TOOLS,
  prove: async ({ files }, paths) => ({
    sandbox: "docker",
    isolation: "container",
    toolchain: TOOLS,
    outcomes: Object.fromEntries(paths.map((path) => [path, [passed]])),
    coverage: files.length === paths.length ? COVERED : null,
    steps: [],
  }),
  close: async () => {},
};

afterAll(closeSender);

test("only a run of all files measures, and its figure holds for exactly these files", async () => {
  await noteWorker({ id: "one", host: "here", sandbox: "docker", state: "ready", detail: "", toolchain: TOOLS });
  // However slow this machine is: it stays alive.
  await db().$executeRaw`UPDATE worker SET seen_at = now() + interval '1 hour'`;
  const { id } = await approvedProject(caller);
  const generation = async () => good(await loadGeneration(caller, id));
  const prove = async (kind: RunKind, paths: string[]) => {
    const asked = good(await requestRun(caller, { projectId: id, kind, paths }));
    const leaving = new AbortController().signal;
    if (!asked.remembered) await validateRun({ runId: asked.id, worker: "one", driver, leaving, fallback: "" });
    return asked.remembered;
  };
  const paths = (await generation()).tasks.flatMap(({ path, draft }) => (draft ? [path] : []));

  for (const half of [paths.slice(1), paths.slice(0, 1)]) await prove("draft", half);
  expect(isMeasured(await rememberedCoverage(await generation()))).toBe(false);
  expect(await prove("repository", [])).toBe(false);
  expect(await rememberedCoverage(await generation())).toEqual(COVERED);
  expect((await generationReport(caller, await generation())).quality.coverage).toEqual(COVERED);
  expect(await prove("repository", [])).toBe(true);

  // Nothing is accepted yet: what would be delivered are other files.
  expect(await deliveryEvidence(await generation())).toBeNull();
  const path = "src/clinic_booking/settings.py";
  good(await saveDraft(caller, { projectId: id, path, text: "A = 1\n", source: "edit" }));
  const { quality } = await generationReport(caller, await generation());
  expect(quality.coverage).toBeNull();
  expect(quality.notMeasured.join()).toContain("Test coverage.");
});
