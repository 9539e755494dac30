import { z } from "zod";
import { IDEMPOTENCY_HEADER, KEY_FORM, KEY_HOURS } from "./limits.ts";
import { changesProject, type Operation, problemsOf } from "./operation.ts";
import { operations } from "./operations/index.ts";
import { PROBLEM_KINDS, type ProblemCode, problemDocument, problemDocumentSchema } from "./problem.ts";

type Json = Record<string, unknown>;

/** Schemas with a name, by that name. */
type Named = Map<string, Json>;

/** The API as OpenAPI 3.1, derived from its operations. */
export function openapi(listed: readonly Operation[] = operations): Json {
  const named: Named = new Map();
  const paths: Record<string, Json> = {};
  for (const operation of listed) {
    const path = paths[operation.path] ?? {};
    path[operation.method] = described(operation, named);
    paths[operation.path] = path;
  }
  const groups = [...new Set(listed.map(({ group }) => group))];
  return {
    openapi: "3.1.1",
    info: {
      title: "Plumbline",
      version: "1",
      summary: "From answers to a Python backend repository, without a browser.",
      description:
        "Stateless endpoints take an answers document and need no account. Pages of other sites may not call this API (no CORS).",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: groups.map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1))),
      ...(listed.some(({ grant }) => grant)
        ? { securitySchemes: { grant: { type: "http", scheme: "bearer", description: "A token of one project." } } }
        : {}),
    },
  };
}

function described(operation: Operation, named: Named): Json {
  const { id, title, description, group, params, query, body, answer, grant, ifMatch } = operation;
  const parameters = [
    ...parametersOf("path", params, named),
    ...parametersOf("query", query, named),
    ...("ETag" in (answer.headers ?? {}) ? [IF_NONE_MATCH] : []),
    ...(ifMatch ? [ifMatchOf(ifMatch)] : []),
    ...(changesProject(operation) ? [IDEMPOTENCY_KEY] : []),
  ];
  return {
    operationId: id,
    summary: title,
    description,
    tags: [group],
    ...(grant ? { security: [{ grant: [] }] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: {
              "application/json": { schema: schemaOf(body.schema, "input", named), example: body.example },
              ...(body.plain ? { "text/plain": { schema: { type: "string" } } } : {}),
            },
          },
        }
      : {}),
    responses: {
      200: {
        description: answer.description,
        headers: headersOf({ ...answer.headers, ...(changesProject(operation) ? REPLAYED : {}), ...RATE_HEADERS }),
        content: Object.fromEntries(
          [answer.mediaType, ...(answer.alsoAs ?? [])].map((type) => [
            type,
            answer.schema && type.includes("json") ? { schema: schemaOf(answer.schema, "output", named) } : {},
          ]),
        ),
      },
      ...(operation.method === "get" && "ETag" in (answer.headers ?? {})
        ? { 304: { description: "You still have the same.", headers: headersOf(RATE_HEADERS) } }
        : {}),
      ...refusals(problemsOf(operation), named),
    },
  };
}

const IF_NONE_MATCH = {
  name: "If-None-Match",
  in: "header",
  required: false,
  description: "The ETag of an earlier answer.",
  schema: { type: "string" },
};

const ifMatchOf = ({ of, required = false }: NonNullable<Operation["ifMatch"]>) => ({
  name: "If-Match",
  in: "header",
  required,
  description: `The ETag of the ${of} as you read it${required ? "" : "; without it, the change is made to what stands there"}. Only the part before the dot counts.`,
  schema: { type: "string" },
});

const IDEMPOTENCY_KEY = {
  name: IDEMPOTENCY_HEADER,
  in: "header",
  required: false,
  description: `A name of your own for this request. Sent again within ${KEY_HOURS} hours, it gets the answer of the first time and changes nothing more.`,
  schema: { type: "string", pattern: KEY_FORM.source, maxLength: 255 },
};

const REPLAYED = { "Idempotency-Replayed": "true where this is the answer of the first time." };

const RATE_HEADERS = {
  "RateLimit-Policy": "The allowance: q requests in w seconds.",
  RateLimit: "What is left of it: r requests for t seconds.",
};

const headersOf = (headers: Readonly<Record<string, string>>): Json =>
  Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: "string" } }]),
  );

/** One entry for each status; several kinds of refusal may share one. */
function refusals(codes: readonly ProblemCode[], named: Named): Json {
  const schema = schemaOf(problemDocumentSchema, "output", named);
  const statuses = [...new Set(codes.map((code) => PROBLEM_KINDS[code].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const kinds = codes.filter((code) => PROBLEM_KINDS[code].status === status);
      return [
        status,
        {
          description: kinds
            .map((code) => `${PROBLEM_KINDS[code].title}. ${PROBLEM_KINDS[code].explain}`)
            .join(" Or: "),
          ...(status === PROBLEM_KINDS["too-many-requests"].status
            ? { headers: headersOf({ ...RATE_HEADERS, "Retry-After": "Seconds to wait." }) }
            : {}),
          content: {
            "application/problem+json": {
              schema,
              examples: Object.fromEntries(kinds.map((code) => [code, { value: problemDocument(code) }])),
            },
          },
        },
      ];
    }),
  );
}

function parametersOf(place: "path" | "query", schema: z.ZodType | undefined, named: Named): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input", named) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...shape }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description ? { description } : {}),
    schema: shape,
  }));
}

/** The JSON Schema of a zod schema; those with a name are put among the others and referred to. */
function schemaOf(schema: z.ZodType, io: "input" | "output", named: Named): Json {
  const { $schema: _, $defs = {}, ...root } = z.toJSONSchema(schema, { io }) as Json & { $defs?: Record<string, Json> };
  for (const [name, { id: __, ...definition }] of Object.entries($defs)) named.set(name, pointed(definition) as Json);
  const { id, ...own } = root as Json & { id?: string };
  if (id === undefined) return pointed(own) as Json;
  named.set(id, pointed(own) as Json);
  return { $ref: `#/components/schemas/${id}` };
}

/** With references that lead to where OpenAPI keeps schemas. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "$ref" && typeof inner === "string" ? inner.replace("#/$defs/", "#/components/schemas/") : pointed(inner),
    ]),
  );
}
