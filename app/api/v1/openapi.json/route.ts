import { keptAnswer } from "#app/_server/api/answer.ts";
import { on, route } from "#app/_server/api/route.ts";
import { openapi } from "#lib/core/api/openapi.ts";
import { getDescription } from "#lib/core/api/operations/about.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(getDescription, ({ request }) => keptAnswer(request, openapi())),
);
