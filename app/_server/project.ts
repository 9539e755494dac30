import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type LoadedProject, loadProject } from "#lib/wizard/load-project.ts";
import { currentCaller } from "./owner.ts";

/** The project of a page, or the 404 page for everyone who does not own it. Once per request. */
export const projectOr404 = cache(async (projectId: string): Promise<LoadedProject> => {
  const caller = await currentCaller();
  const loaded = caller ? await loadProject(caller, projectId) : null;
  return loaded ?? notFound();
});
