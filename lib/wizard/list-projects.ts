import { type ProjectPage, type ProjectsAsked, pageOfProjects } from "#lib/core/view/project-list.ts";
import { type ListedProject, listedProject } from "#lib/core/view/start-view.ts";
import { getProjects, listProjects as listNames } from "#lib/io/db/queries/list-projects.ts";
import type { Caller } from "./caller.ts";

/** One page of a person's projects, the last changed first. Only what the page shows is judged, however many there are. */
export async function listProjects(caller: Caller, asked: ProjectsAsked): Promise<ProjectPage<ListedProject>> {
  const page = pageOfProjects(await listNames(caller.ownerHash), asked);
  const states = await getProjects(
    page.projects.map(({ id }) => id),
    caller.ownerHash,
  );
  const projects = page.projects.flatMap(({ id, updatedAt }) => {
    const state = states.get(id);
    return state ? [listedProject({ updatedAt, state }, caller.now.getTime())] : [];
  });
  return { ...page, projects };
}
