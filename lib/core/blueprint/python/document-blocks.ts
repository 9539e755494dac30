import type { ResourceDesign } from "../../design/design.ts";
import type { Values } from "../fill.ts";
import { enumClass, fieldPython, optional, resolved } from "./field-types.ts";
import { type Import, importLines } from "./imports.ts";
import { filterFields } from "./store-blocks.ts";

/** The blocks of `api/schemas/<resources>.py`: what clients send and get. */
export function documentBlocks(resource: ResourceDesign, packageName: string): Values {
  const { fields, lifecycle, names } = resource;
  const filters = filterFields(resource);
  const state = lifecycle ? ["state"] : [];
  const inputs = fields.map((field) => ({ field, type: optional(fieldPython(field, resource).input, field) }));
  return {
    imports: importLines(documentImports(resource, packageName), packageName),
    create_fields: inputs.map(({ field, type }) => `${field.name}: ${type}${field.required ? "" : " = None"}`),
    to_values: [`return ${names.pascal}Values(`, ...fields.map(({ name }) => `    ${name}=self.${name},`), ")"],
    change_fields: inputs.map(({ field, type }) => `${field.name}: ${type}`),
    read_fields: [
      ...fields.map((field) => `${field.name}: ${optional(fieldPython(field, resource).domain, field)}`),
      ...(lifecycle ? [`state: ${names.pascal}State`] : []),
    ],
    from_domain: [
      "return cls(",
      ...["id", ...fields.map(({ name }) => name), ...state, "version", "created_at", "updated_at"].map(
        (name) => `    ${name}=it.${name},`,
      ),
      ")",
    ],
    query_fields: [
      ...(lifecycle ? [`state: ${names.pascal}State | None = None`] : []),
      ...filters.map((field) => `${field.name}: ${fieldPython(field, resource).query} | None = None`),
    ],
    to_filter: [
      `return ${names.pascal}Filter(${[...state, ...filters.map(({ name }) => name)].map((name) => `${name}=self.${name}`).join(", ")})`,
    ],
  };
}

function documentImports(resource: ResourceDesign, packageName: string): Import[] {
  const { fields, lifecycle, names } = resource;
  const enumNames = fields.filter((field) => field.type === "enum").map((field) => enumClass(resource, field));
  const written = fields.map((field) => fieldPython(field, resource));
  return resolved(
    [
      { module: "datetime", names: ["datetime"] },
      { module: "typing", names: ["Self", "TypedDict"] },
      { module: "uuid", names: ["UUID"] },
      { module: "pydantic", names: ["BaseModel", "ConfigDict", "with_config"] },
      { module: "{package}.api", names: ["cursors"] },
      { module: "{package}.api.schemas.base", names: ["InputDocument", "PageQuery"] },
      { module: `{package}.db.${names.plural}`, names: [`${names.pascal}Filter`] },
      { module: "{package}.db.keyset", names: ["Slice"] },
      {
        module: `{package}.domain.${names.snake}`,
        names: [names.pascal, `${names.pascal}Values`, ...enumNames, ...(lifecycle ? [`${names.pascal}State`] : [])],
      },
      ...written.flatMap(({ inputImports, domainImports }) => [...inputImports, ...domainImports]),
      ...filterFields(resource).flatMap((field) => fieldPython(field, resource).queryImports),
    ],
    packageName,
  );
}
