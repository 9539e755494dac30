import { asProjectOwner } from "#app/_server/agent.ts";
import { requestOrigin } from "#app/_server/api/request-origin.ts";
import { on, route } from "#app/_server/api/route.ts";
import { openDesign, readLinks } from "#app/_server/share-acts.ts";
import { listProjectLinks, makeProjectLink } from "#lib/core/api/operations/project-share.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(listProjectLinks, (call) => asProjectOwner(call, (caller) => readLinks(caller, call.params.project))),
  on(makeProjectLink, (call) =>
    asProjectOwner(call, (caller) =>
      openDesign(caller, call.params.project, call.body, requestOrigin(call.request.headers)),
    ),
  ),
);
