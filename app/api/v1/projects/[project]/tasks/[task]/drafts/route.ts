import { atDesk } from "#app/_server/agent.ts";
import { on, route } from "#app/_server/api/route.ts";
import { submitProjectDraft } from "#lib/core/api/operations/project.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(submitProjectDraft, (call) =>
    atDesk(call, (desk, seen) => desk.submitDraft(call.params.task, { ...call.body, ...seen })),
  ),
);
