import { hasAlready, quoted } from "#app/_server/api/answer.ts";
import { refusal } from "#app/_server/api/refuse.ts";
import { on, route } from "#app/_server/api/route.ts";
import { renderDesign } from "#lib/core/api/operations/design.ts";
import { extrasOf } from "#lib/core/delivery/extras.ts";
import { zipDesign } from "#lib/wizard/zip-design.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(renderDesign, async ({ request, query, body }) => {
    const { name, files, missing, digest, bytes } = zipDesign(body, extrasOf(query));
    const etag = quoted(digest);
    // RFC 9110, 13.1.2: to a method other than GET and HEAD the answer is 412, not 304.
    if (hasAlready(request, etag)) return refusal("same-as-yours", {}, { ETag: etag });
    return new Response(await bytes(), {
      headers: {
        "Content-Type": renderDesign.answer.mediaType,
        "Content-Disposition": `attachment; filename="${name}.zip"`,
        "Cache-Control": "no-store",
        ETag: etag,
        "Plumbline-Files": String(files),
        "Plumbline-Missing": String(missing),
      },
    });
  }),
);
