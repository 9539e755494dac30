import type { FieldType } from "../../catalog/structure/resource.ts";
import type { Design, FieldDesign, ResourceDesign } from "../../design/design.ts";
import { enumClass } from "./field-types.ts";
import { filterNames } from "./resource-samples.ts";

interface RouteOutline {
  parameters: string[];
  statuses: string[];
}
interface DocumentOutline {
  required: string[];
  types: Record<string, string>;
}

/** What any route behind authentication can refuse (python-standard 2.9). */
const ANY = ["401", "422", "429", "500", "503"];
const BODY = ["400", "413"];

const route = (parameters: readonly string[], ...statuses: readonly string[]): RouteOutline => ({
  parameters: [...parameters].sort(),
  statuses: [...statuses, ...ANY].sort(),
});

/** How OpenAPI names the types of fields: as clients send them, and as answers show them. */
const SENT: Readonly<Record<Exclude<FieldType, "enum">, string>> = {
  str: "string",
  int: "integer",
  decimal: "number or string",
  bool: "boolean",
  date: "date",
  datetime: "date-time",
  uuid: "uuid",
  email: "email",
  url: "uri",
  json: "Json",
};
const SHOWN: typeof SENT = { ...SENT, decimal: "string", email: "string", url: "string" };

/**
 * The expected outline of the service's OpenAPI document, as `tests/contract/outline.py` makes it from the real one:
 * routes with their parameters and statuses, documents with their required names and types.
 */
export function openapiOutline(design: Design): string {
  const routes: Record<string, RouteOutline> = {
    "GET /health/live": { parameters: [], statuses: ["200"] },
    "GET /health/ready": { parameters: [], statuses: ["200", "503"] },
  };
  const documents: Record<string, DocumentOutline> = {};
  for (const resource of design.resources) {
    Object.assign(routes, routesOf(resource));
    Object.assign(documents, documentsOf(resource));
  }
  return `${JSON.stringify({ documents: sorted(documents), routes: sorted(routes) }, null, 2)}\n`;
}

function routesOf(resource: ResourceDesign): Record<string, RouteOutline> {
  const all = `/v1/${resource.names.pluralKebab}`;
  const one = `${all}/{id}`;
  const state = resource.lifecycle ? ["state"] : [];
  const routes: Record<string, RouteOutline> = {
    [`GET ${all}`]: route(["limit", "cursor", ...state, ...filterNames(resource)], "200"),
    [`POST ${all}`]: route(["Idempotency-Key"], "201", "409", ...BODY),
    [`GET ${one}`]: route(["id"], "200", "404"),
    [`PATCH ${one}`]: route(["id", "If-Match"], "200", "404", "409", "412", "428", ...BODY),
  };
  if (!resource.lifecycle) routes[`DELETE ${one}`] = route(["id", "If-Match"], "204", "404", "412");
  for (const { name } of resource.lifecycle?.transitions ?? []) {
    routes[`POST ${one}/${name.replaceAll("_", "-")}`] = route(["id", "If-Match"], "200", "404", "409", "412");
  }
  return routes;
}

function documentsOf(resource: ResourceDesign): Record<string, DocumentOutline> {
  const { pascal } = resource.names;
  const types = (written: typeof SENT) =>
    Object.fromEntries(resource.fields.map((field) => [field.name, typeOf(resource, field, written)]));
  const kept = {
    id: "uuid",
    version: "integer",
    created_at: "date-time",
    updated_at: "date-time",
    ...(resource.lifecycle ? { state: `${pascal}State` } : {}),
  };
  const shown = { ...types(SHOWN), ...kept };
  return {
    [`${pascal}Change`]: { required: [], types: sorted(types(SENT)) },
    [`${pascal}Create`]: { required: requiredOf(resource.fields), types: sorted(types(SENT)) },
    [`${pascal}Read`]: { required: Object.keys(shown).sort(), types: sorted(shown) },
  };
}

const requiredOf = (fields: readonly FieldDesign[]): string[] =>
  fields.flatMap(({ name, required }) => (required ? [name] : [])).sort();

function typeOf(resource: ResourceDesign, field: FieldDesign, written: typeof SENT): string {
  const type = field.type === "enum" ? enumClass(resource, field) : written[field.type];
  return field.required ? type : `${type} or null`;
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
