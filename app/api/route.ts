import { requestOrigin } from "#app/_server/api/request-origin.ts";
import { on, route } from "#app/_server/api/route.ts";
import { limitSettings } from "#app/_server/limit-settings.ts";
import { guide } from "#lib/core/api/guide.ts";
import { getGuide } from "#lib/core/api/operations/about.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(
    getGuide,
    ({ request }) =>
      new Response(guide(requestOrigin(request.headers), limitSettings()), {
        headers: { "Content-Type": getGuide.answer.mediaType, "Cache-Control": "no-cache" },
      }),
  ),
);
