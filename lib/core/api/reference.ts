import { limits, type Settings } from "./documents/limits.ts";
import { commandOf } from "./guide.ts";
import { openapi } from "./openapi.ts";
import { type Operation, problemsOf } from "./operation.ts";
import { operations } from "./operations/index.ts";
import { PROBLEM_CODES, PROBLEM_KINDS, type ProblemCode } from "./problem.ts";
import { type SchemaEntry, schemaEntries, typeWords } from "./schema-entries.ts";

interface Described {
  parameters?: readonly { name: string; in: string; required: boolean; description?: string; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

/** One endpoint as the reference shows it. */
export interface OperationView {
  id: string;
  method: string;
  path: string;
  title: string;
  description: string;
  command: string;
  /** Which token it needs; empty without one. */
  grant: NonNullable<Operation["grant"]> | "";
  parameters: (SchemaEntry & { place: string })[];
  /** What is sent and what comes back, in words. */
  sends: string;
  gives: string;
  /** What the answer is for, and the headers worth knowing. */
  answer: string;
  headers: readonly (readonly [string, string])[];
  refusals: readonly ProblemCode[];
}

/** The whole API for readers, derived from its operations. */
export function referenceView(origin: string, settings?: Settings) {
  const { paths, components } = openapi() as unknown as {
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Record<string, { description?: string }> };
  };
  const groups = [...new Set(operations.map(({ group }) => group))];
  return {
    groups: groups.map((name) => ({
      name,
      id: name.toLowerCase().replaceAll(" ", "-"),
      operations: operations
        .filter(({ group }) => group === name)
        .map((one) => operationView(one, paths[one.path]?.[one.method] as Described, origin)),
    })),
    refusals: PROBLEM_CODES.map((code) => ({ code, ...PROBLEM_KINDS[code] })),
    limits: limits(settings),
    schemas: Object.entries(components.schemas).map(([name, schema]) => ({
      name,
      description: schema.description ?? "",
      type: typeWords(schema),
      entries: schemaEntries(schema),
    })),
  };
}

export type ReferenceView = ReturnType<typeof referenceView>;

function operationView(operation: Operation, described: Described, origin: string): OperationView {
  const { id, method, path, title, description, answer, grant = "" } = operation;
  const sent = Object.values(described.requestBody?.content ?? {})[0]?.schema;
  const [mediaType, given] = Object.entries(described.responses["200"]?.content ?? {})[0] ?? ["", {}];
  return {
    id,
    method: method.toUpperCase(),
    path,
    title,
    description,
    command: commandOf(operation, origin),
    grant,
    parameters: (described.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      place: parameter.in === "path" ? "in the address" : parameter.in === "query" ? "after ?" : "a header",
      type: typeWords(parameter.schema),
      refersTo: [],
      required: parameter.required,
      meaning: parameter.description ?? "",
    })),
    sends: sent ? typeWords(sent) : "",
    gives: given?.schema ? typeWords(given.schema) : (mediaType.split(";")[0] ?? ""),
    answer: answer.description,
    headers: Object.entries(answer.headers ?? {}),
    refusals: problemsOf(operation),
  };
}
