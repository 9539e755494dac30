import { keptAnswer } from "#app/_server/api/answer.ts";
import { on, route } from "#app/_server/api/route.ts";
import { getExample } from "#lib/core/api/operations/catalog.ts";
import { exampleById } from "#lib/core/catalog/examples.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(getExample, ({ request, params }) => keptAnswer(request, exampleById(params.example)?.answers)),
);
