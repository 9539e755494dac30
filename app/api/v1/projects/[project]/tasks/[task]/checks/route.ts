import { atDesk } from "#app/_server/agent.ts";
import { on, route } from "#app/_server/api/route.ts";
import { getProjectChecks } from "#lib/core/api/operations/project.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(getProjectChecks, (call) =>
    atDesk(call, (desk) => desk.readChecks(call.params.task, call.query.wait, call.request.signal)),
  ),
);
