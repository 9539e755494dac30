import { jsonAnswer } from "#app/_server/api/answer.ts";
import { on, route } from "#app/_server/api/route.ts";
import { comparisonDocument } from "#lib/core/api/documents/compare.ts";
import { compareAnswers } from "#lib/core/api/operations/compare.ts";
import { compareDesigns } from "#lib/core/compare/compare-designs.ts";
import { patchBetween } from "#lib/core/compare/patch.ts";
import { both } from "#lib/core/compare/sides.ts";
import { designSide } from "#lib/wizard/comparing.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(compareAnswers, ({ body, query }) => {
    const sides = both(body, (answers) => designSide(answers));
    const patch = query.patch ? patchBetween(both(sides, ({ files }) => files)) : undefined;
    return jsonAnswer(comparisonDocument(compareDesigns(sides), patch));
  }),
);
