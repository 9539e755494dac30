import { asProjectOwner } from "#app/_server/agent.ts";
import { on, route } from "#app/_server/api/route.ts";
import { closeLink } from "#app/_server/share-acts.ts";
import { revokeProjectLink } from "#lib/core/api/operations/project-share.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(revokeProjectLink, (call) =>
    asProjectOwner(call, (caller) => closeLink(caller, call.params.project, call.params.link)),
  ),
);
