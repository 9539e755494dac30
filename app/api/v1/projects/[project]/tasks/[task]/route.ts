import { atDesk } from "#app/_server/agent.ts";
import { on, route } from "#app/_server/api/route.ts";
import { getProjectTask } from "#lib/core/api/operations/project.ts";
import { PROMPT_FORMS } from "#lib/core/view/prompt-view.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(getProjectTask, (call) =>
    atDesk(call, (desk) => desk.describeTask(call.params.task, call.query.form ? [call.query.form] : PROMPT_FORMS)),
  ),
);
