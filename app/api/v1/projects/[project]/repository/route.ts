import { Readable } from "node:stream";
import { asProjectOwner } from "#app/_server/agent.ts";
import { on, route } from "#app/_server/api/route.ts";
import { readAnswers } from "#app/_server/owner-acts.ts";
import { getProjectRepository } from "#lib/core/api/operations/project-owner.ts";
import { extrasOf } from "#lib/core/delivery/extras.ts";
import { deliverZip } from "#lib/wizard/deliver-project.ts";

const ZIP = getProjectRepository.answer.mediaType;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(getProjectRepository, (call) =>
    asProjectOwner(call, async (caller) => {
      if (call.request.method === "HEAD") {
        // Asking what a download would be is no delivery.
        const known = await readAnswers(caller, call.params.project);
        return known.ok ? new Response(null, { headers: { "Content-Type": ZIP } }) : known;
      }
      const delivered = await deliverZip(caller, call.params.project, call.query.without, extrasOf(call.query));
      if (!delivered.ok) return delivered;
      return new Response(Readable.toWeb(delivered.value.stream) as ReadableStream, {
        headers: {
          "Content-Type": ZIP,
          "Content-Disposition": `attachment; filename="${delivered.value.name}.zip"`,
          "Cache-Control": "private, no-store",
        },
      });
    }),
  ),
);
