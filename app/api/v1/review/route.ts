import { jsonAnswer } from "#app/_server/api/answer.ts";
import { on, route } from "#app/_server/api/route.ts";
import { reviewDocument } from "#lib/core/api/documents/review.ts";
import { reviewDesign } from "#lib/core/api/operations/design.ts";
import { reviewAnswers } from "#lib/core/design/facts.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(reviewDesign, ({ body, query }) => jsonAnswer(reviewDocument(reviewAnswers(body, query.checkpoint)))),
);
