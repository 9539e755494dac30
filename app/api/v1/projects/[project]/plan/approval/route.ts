import { asProjectOwner } from "#app/_server/agent.ts";
import { on, route } from "#app/_server/api/route.ts";
import { approvePlan } from "#app/_server/owner-acts.ts";
import { approveProjectPlan } from "#lib/core/api/operations/project-owner.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(approveProjectPlan, (call) =>
    asProjectOwner(call, (caller, { version = 0 }) => approvePlan(caller, call.params.project, version)),
  ),
);
