import { asProjectOwner } from "#app/_server/agent.ts";
import { on, route } from "#app/_server/api/route.ts";
import { settleThread } from "#app/_server/share-acts.ts";
import { resolveProjectComment } from "#lib/core/api/operations/project-share.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(resolveProjectComment, (call) =>
    asProjectOwner(call, (caller) =>
      settleThread(caller, call.params.project, call.params.comment, call.body.resolved),
    ),
  ),
);
