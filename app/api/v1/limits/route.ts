import { keptAnswer } from "#app/_server/api/answer.ts";
import { on, route } from "#app/_server/api/route.ts";
import { limitSettings } from "#app/_server/limit-settings.ts";
import { limits } from "#lib/core/api/documents/limits.ts";
import { getLimits } from "#lib/core/api/operations/about.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(getLimits, ({ request }) => keptAnswer(request, { limits: limits(limitSettings()) })),
);
