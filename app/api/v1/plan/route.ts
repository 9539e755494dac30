import { jsonAnswer } from "#app/_server/api/answer.ts";
import { on, route } from "#app/_server/api/route.ts";
import { planDocument } from "#lib/core/api/documents/plan.ts";
import { planDesign } from "#lib/core/api/operations/design.ts";
import { render } from "#lib/wizard/toolbox.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(planDesign, ({ body }) => jsonAnswer(planDocument(render(body).blueprint))),
);
