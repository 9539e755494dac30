import { emptyState, evolve } from "#lib/core/project/evolve.ts";
import type { Actor, ProjectEvent, ProjectState } from "#lib/core/project/state.ts";
import { newProjectId } from "../../owner.ts";
import { db } from "../client.ts";
import { json, titleOf } from "./change-project.ts";

/** Writes a new project with its first event. */
export async function insertProject(
  ownerHash: string,
  actor: Actor,
  at: Date,
  first: ProjectEvent,
): Promise<ProjectState> {
  const id = newProjectId();
  const state = evolve(emptyState(id), { event: first, version: 1, at: at.toISOString(), by: actor });
  await db().project.create({
    data: {
      id,
      ownerHash,
      version: 1,
      title: titleOf(state),
      snapshot: json(state),
      events: { create: { version: 1, type: first.type, payload: json(first), actor: json(actor), at } },
    },
  });
  return state;
}
