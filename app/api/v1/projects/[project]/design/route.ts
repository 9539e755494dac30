import { atDesk } from "#app/_server/agent.ts";
import { on, route } from "#app/_server/api/route.ts";
import { getProjectDesign } from "#lib/core/api/operations/project.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(getProjectDesign, (call) => atDesk(call, (desk) => desk.describeDesign())),
);
