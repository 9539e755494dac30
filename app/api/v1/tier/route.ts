import { jsonAnswer } from "#app/_server/api/answer.ts";
import { on, route } from "#app/_server/api/route.ts";
import { tierDocument } from "#lib/core/api/documents/tier.ts";
import { suggestTier } from "#lib/core/api/operations/design.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(suggestTier, ({ body }) => jsonAnswer(tierDocument(body))),
);
