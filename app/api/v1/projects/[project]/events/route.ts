import { asProjectOwner } from "#app/_server/agent.ts";
import { on, route } from "#app/_server/api/route.ts";
import { readEvents } from "#app/_server/owner-acts.ts";
import { listProjectEvents } from "#lib/core/api/operations/project-owner.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(listProjectEvents, (call) =>
    asProjectOwner(call, (caller) => readEvents(caller, call.params.project, call.query.after)),
  ),
);
