import { requestOrigin } from "#app/_server/api/request-origin.ts";
import { on, route } from "#app/_server/api/route.ts";
import { guide } from "#lib/core/api/guide.ts";
import { getGuide } from "#lib/core/api/operations/about.ts";
import { env } from "#lib/io/env.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(
    getGuide,
    ({ request }) =>
      new Response(guide(requestOrigin(request.headers), env().PLUMBLINE_REQUESTS_PER_MINUTE), {
        headers: { "Content-Type": getGuide.answer.mediaType, "Cache-Control": "no-cache" },
      }),
  ),
);
