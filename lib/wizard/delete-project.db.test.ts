import { afterAll, expect, test } from "vitest";
import { db } from "#lib/io/db/client.ts";
import { claimRun } from "#lib/io/db/commands/claim-run.ts";
import { noteWorker } from "#lib/io/db/commands/note-worker.ts";
import { closeSender } from "#lib/io/jobs/send-run.ts";
import { approvedProject, codes, good, owner } from "./approved-project.fixture.ts";
import { deleteProject } from "./delete-project.ts";
import { grantAgent } from "./grant-agent.ts";
import { loadProject } from "./load-project.ts";
import { requestRun } from "./request-run.ts";

const caller = owner("deletes");
const NAME = "clinic-booking";
const OF_PROJECTS = ["event", "draft", "delivery", "run", "agent_grant", "share_link", "comment"];

const newProject = () => approvedProject(caller).then(({ id }) => id);

afterAll(closeSender);

async function rowsOf(projectId: string): Promise<number> {
  const counts = OF_PROJECTS.map((table) => `(SELECT count(*) FROM ${table} WHERE project_id = $1)`).join(" + ");
  const [row] = await db().$queryRawUnsafe<{ n: number }[]>(`SELECT (${counts})::int AS n`, projectId);
  return row?.n ?? -1;
}

test("every table that belongs to projects is known here", async () => {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'project_id' ORDER BY 1`;
  expect(tables.map(({ name }) => name)).toEqual(OF_PROJECTS.toSorted());
});

test("its owner deletes a project by its name, with everything in it and nothing of another", async () => {
  const [id, other] = [await newProject(), await newProject()];
  good(await grantAgent(caller, id, { name: "agent", days: 1, mayAccept: false }));
  const before = await rowsOf(other);
  expect(await rowsOf(id)).toBeGreaterThan(before);

  for (const wrong of ["", "clinic", "CLINIC-BOOKING", "clinic-bookin\u0261"])
    expect(codes(await deleteProject(caller, id, wrong)), wrong).toEqual(["other-name"]);
  expect(codes(await deleteProject(owner("somebody else"), id, NAME))).toEqual(["not-found"]);
  expect(await loadProject(caller, id)).not.toBeNull();

  good(await deleteProject(caller, id, ` ${NAME} `));
  expect([await rowsOf(id), await rowsOf(other)]).toEqual([0, before]);
  expect(codes(await deleteProject(caller, id, NAME))).toEqual(["not-found"]);
});

test("a run that was waiting dies with its project, and its worker has nothing to do", async () => {
  const id = await newProject();
  await noteWorker({ id: "one", host: "", sandbox: "docker", state: "ready", detail: "", toolchain: "t" });
  const run = good(await requestRun(caller, { projectId: id, kind: "repository", paths: [] }));
  good(await deleteProject(caller, id, NAME));
  expect(await claimRun(run.id, "one")).toBeNull();
});
