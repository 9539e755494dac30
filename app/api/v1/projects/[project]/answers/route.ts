import { asProjectOwner } from "#app/_server/agent.ts";
import { on, route } from "#app/_server/api/route.ts";
import { changeAnswers, readAnswers } from "#app/_server/owner-acts.ts";
import { changeProjectAnswers, getProjectAnswers } from "#lib/core/api/operations/project-owner.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(getProjectAnswers, (call) => asProjectOwner(call, (caller) => readAnswers(caller, call.params.project))),
  on(changeProjectAnswers, (call) =>
    asProjectOwner(call, (caller, { version = 0 }) => changeAnswers(caller, call.params.project, version, call.body)),
  ),
);
