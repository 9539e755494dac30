import { keptAnswer } from "#app/_server/api/answer.ts";
import { on, route } from "#app/_server/api/route.ts";
import { getSchema } from "#lib/core/api/operations/catalog.ts";
import { answersJsonSchema } from "#lib/core/catalog/answers.ts";
import { reportJsonSchema } from "#lib/core/report/schema.ts";

const SCHEMAS = { answers: answersJsonSchema, report: reportJsonSchema };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(getSchema, ({ request, query }) => keptAnswer(request, SCHEMAS[query.of](), getSchema.answer.mediaType)),
);
