import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type LoadedProject, loadProject } from "#lib/wizard/load-project.ts";
import { currentCaller } from "./owner.ts";

/** The project of a page for its owner, null for everyone else. Once per request. */
export const findProject = cache(async (projectId: string): Promise<LoadedProject | null> => {
  const caller = await currentCaller();
  return caller ? loadProject(caller, projectId) : null;
});

/** The project of a page, or the 404 page for everyone who does not own it. */
export const projectOr404 = async (projectId: string): Promise<LoadedProject> =>
  (await findProject(projectId)) ?? notFound();
