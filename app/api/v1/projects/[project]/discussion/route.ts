import { asProjectOwner } from "#app/_server/agent.ts";
import { on, route } from "#app/_server/api/route.ts";
import { readDiscussion, sayAsOwner } from "#app/_server/share-acts.ts";
import { addProjectComment, getProjectDiscussion } from "#lib/core/api/operations/project-share.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(getProjectDiscussion, (call) => asProjectOwner(call, (caller) => readDiscussion(caller, call.params.project))),
  on(addProjectComment, (call) => asProjectOwner(call, (caller) => sayAsOwner(caller, call.params.project, call.body))),
);
