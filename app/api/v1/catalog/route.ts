import { keptAnswer } from "#app/_server/api/answer.ts";
import { on, route } from "#app/_server/api/route.ts";
import { catalogDocument } from "#lib/core/api/documents/catalog.ts";
import { getCatalog } from "#lib/core/api/operations/catalog.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(getCatalog, ({ request, query }) => keptAnswer(request, catalogDocument(query.stage))),
);
