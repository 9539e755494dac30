import { jsonAnswer } from "#app/_server/api/answer.ts";
import { on, route } from "#app/_server/api/route.ts";
import { checkDocument } from "#lib/core/api/documents/check.ts";
import { checkAnswers } from "#lib/core/api/operations/design.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(checkAnswers, () => jsonAnswer(checkDocument([]))),
);
