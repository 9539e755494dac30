import { atDesk } from "#app/_server/agent.ts";
import { refusal } from "#app/_server/api/refuse.ts";
import { on, route } from "#app/_server/api/route.ts";
import { acceptProjectTask } from "#lib/core/api/operations/project.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(acceptProjectTask, (call) =>
    atDesk(call, (desk) =>
      desk.acceptTask
        ? desk.acceptTask(call.params.task, call.body.sha256)
        : refusal("not-allowed", { detail: "This token may not accept. Its owner can, or give a token that may." }),
    ),
  ),
);
