import { expect, test } from "vitest";
import { approvedProject, good, owner } from "./approved-project.fixture.ts";
import { createProject } from "./create-project.ts";
import { deleteProject } from "./delete-project.ts";
import { listProjects } from "./list-projects.ts";

const ALL = { query: "", page: 1 };

const started = async (caller: ReturnType<typeof owner>, repository_name: string) =>
  good(await createProject(caller, { plumbline: 1, intake: { repository_name } })).id;

test("a person sees all of their own projects and nobody else's, the last changed first", async () => {
  const [caller, other] = [owner("lists"), owner("lists too")];
  await started(other, "not-yours");
  const ids: string[] = [];
  for (let index = 0; index < 30; index++) ids.unshift(await started(caller, `project-${index}`));
  const pages = [1, 2, 3].map((page) => listProjects(caller, { query: "", page }));
  const seen = (await Promise.all(pages)).flatMap(({ projects }) => projects.map(({ id }) => id));
  expect(seen).toEqual(ids);
  expect(await listProjects(caller, { query: "PROJECT 29", page: 1 })).toMatchObject({
    projects: [{ id: ids[0], title: "project-29" }],
    found: 1,
    total: 30,
  });
  expect((await listProjects(other, { query: "project", page: 1 })).found).toBe(0);

  good(await deleteProject(caller, ids[0] as string, "project-29"));
  const left = await listProjects(caller, ALL);
  expect([left.total, left.projects[0]?.id]).toEqual([29, ids[1]]);
});

test("a line says where the project stands, its tier, its score and its change", async () => {
  const caller = owner("reads a line");
  const untouched = await started(caller, "untouched");
  const { id } = await approvedProject(caller);
  const { projects } = await listProjects(caller, ALL);
  expect(projects).toMatchObject([
    { id, title: "clinic-booking", tier: "Tier 3", step: "Generation", when: "just now" },
    { id: untouched, tier: "", step: "Intake", score: "" },
  ]);
  expect(projects[0]?.score).toMatch(/^\d+(\.\d)? of 25$/);
});
