import { atDesk } from "#app/_server/agent.ts";
import { on, route } from "#app/_server/api/route.ts";
import { listProjectTasks } from "#lib/core/api/operations/project.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(listProjectTasks, (call) => atDesk(call, (desk) => desk.listTasks(call.query.only))),
);
