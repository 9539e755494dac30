import type { FieldDesign, ResourceDesign } from "../../design/design.ts";
import { sha256 } from "../../sha256.ts";
import type { Values } from "../fill.ts";
import { enumClass, fieldPython, longText, optional, resolved } from "./field-types.ts";
import { type Import, importLines } from "./imports.ts";

/** Longest identifier of PostgreSQL (NAMEDATALEN - 1); longer ones would be cut without a word. */
const LONGEST_IDENTIFIER = 63;
/** Constraint and field stand on one line of at most 100 columns, which no formatter can break. */
const LONGEST_PAIR = 88;

/** Words that PostgreSQL 18 does not take as a column name without quotes (its manual, appendix C). */
const RESERVED_IN_SQL = new Set(
  (
    "all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column concurrently constraint create " +
    "cross current_catalog current_date current_role current_schema current_time current_timestamp current_user default deferrable desc distinct do else end " +
    "except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit " +
    "localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning right select session_user " +
    "similar some symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when where window with"
  ).split(" "),
);

const inSql = (column: string): string => (RESERVED_IN_SQL.has(column) ? `"${column}"` : column);

/** An identifier that fits: a long one keeps its beginning and ends in eight digits of its hash. */
const fitted = (name: string, longest: number): string =>
  name.length <= longest ? name : `${name.slice(0, longest - 9)}_${sha256(name).slice(0, 8)}`;

export interface UniqueConstraint {
  name: string;
  field: FieldDesign;
}

/** A constraint for each unique field, named so that a violation tells the field; the name fits into PostgreSQL. */
export const uniqueConstraints = ({ names, fields }: ResourceDesign): UniqueConstraint[] =>
  fields
    .filter((field) => field.unique)
    .map((field) => ({
      field,
      name: fitted(`uq_${names.plural}_${field.name}`, Math.min(LONGEST_IDENTIFIER, LONGEST_PAIR - field.name.length)),
    }));

/** CHECK constraints: `token` is the part of the name after `ck_<table>_`. */
export function checkConstraints(resource: ResourceDesign): { token: string; sql: string }[] {
  const { fields, lifecycle, names } = resource;
  const longest = LONGEST_IDENTIFIER - `ck_${names.plural}_`.length;
  const states = (lifecycle?.states ?? []).map((state) => `'${state}'`).join(", ");
  return [
    ...fields.flatMap((field) =>
      fieldPython(field, resource).conditions.map(({ token, sql }) => ({
        token: fitted(`${field.name}_${token}`, longest),
        sql: sql(inSql(field.name)),
      })),
    ),
    ...(lifecycle ? [{ token: "state_known", sql: `state IN (${states})` }] : []),
    { token: "version_positive", sql: "version >= 1" },
  ];
}

/** Names that the query model of every list has already. */
const TAKEN_IN_QUERIES = new Set(["limit", "cursor", "after"]);

/** The fields by which a list can be narrowed: the unique ones. */
export const filterFields = ({ fields }: ResourceDesign): FieldDesign[] =>
  fields.filter((field) => field.unique && !TAKEN_IN_QUERIES.has(field.name));

/** The index of a list's order. */
export const orderIndex = ({ names }: ResourceDesign): string => `ix_${names.plural}_created_at_id`;

/** The blocks of `db/<resources>.py`. */
export function storeBlocks(resource: ResourceDesign, packageName: string): Values {
  const { fields, lifecycle, names } = resource;
  const filters = filterFields(resource);
  const narrowed = [...(lifecycle ? ["state"] : []), ...filters.map((field) => field.name)];
  return {
    imports: importLines(storeImports(resource, packageName), packageName),
    unique: [
      "_UNIQUE = {",
      `    "pk_${names.plural}": "id",`,
      ...uniqueConstraints(resource).map(({ name, field }) => `    "${name}": "${field.name}",`),
      "}",
    ],
    table_args: tableArgs(resource),
    columns: [
      ...fields.map((field) => {
        const { stored, column } = fieldPython(field, resource);
        return `${field.name}: Mapped[${optional(stored, field)}] = mapped_column(${column})`;
      }),
      ...(lifecycle ? ["state: Mapped[str] = mapped_column(sa.String(63))"] : []),
    ],
    to_domain: [
      `return ${names.pascal}(`,
      "    id=self.id,",
      ...fields.map((field) => `    ${field.name}=${fromColumn(field, resource)},`),
      ...(lifecycle ? [`    state=${names.pascal}State(self.state),`] : []),
      "    version=self.version,",
      "    created_at=self.created_at,",
      "    updated_at=self.updated_at,",
      ")",
    ],
    filter_fields: [
      ...(lifecycle ? [`state: ${names.pascal}State | None = None`] : []),
      ...filters.map((field) => `${field.name}: ${fieldPython(field, resource).domain} | None = None`),
    ],
    narrow: narrowed.flatMap((name) => [
      `if wanted.${name} is not None:`,
      `    statement = statement.where(${names.pascal}Row.${name} == wanted.${name})`,
    ]),
    column_values: [
      "return {",
      ...[
        "id",
        ...fields.map((field) => field.name),
        ...(lifecycle ? ["state"] : []),
        "version",
        "created_at",
        "updated_at",
      ].map((name) => `    "${name}": it.${name},`),
      "}",
    ],
    remove: lifecycle ? [] : removal(resource),
  };
}

function storeImports(resource: ResourceDesign, packageName: string): Import[] {
  const { fields, lifecycle, names } = resource;
  const enumNames = fields.filter((field) => field.type === "enum").map((field) => enumClass(resource, field));
  return resolved(
    [
      { module: "dataclasses", names: ["dataclass"] },
      { module: "datetime", names: ["datetime"] },
      { module: "uuid", names: ["UUID"] },
      { module: "sqlalchemy", alias: "sa" },
      { module: "sqlalchemy.exc", names: ["IntegrityError"] },
      { module: "sqlalchemy.ext.asyncio", names: ["AsyncSession"] },
      { module: "sqlalchemy.orm", names: ["Mapped", "mapped_column"] },
      { module: "{package}.db.base", names: ["Base"] },
      { module: "{package}.db.engine", names: ["violated_constraint"] },
      { module: "{package}.db.keyset", names: ["KeysetPosition", "Slice", "cut"] },
      {
        module: `{package}.domain.${names.snake}`,
        names: [names.pascal, ...enumNames, ...(lifecycle ? [`${names.pascal}State`] : [])],
      },
      { module: "{package}.domain.errors", names: ["ConflictError"] },
      ...fields.flatMap((field) => fieldPython(field, resource).columnImports),
    ],
    packageName,
  );
}

function tableArgs(resource: ResourceDesign): string[] {
  return [
    "__table_args__ = (",
    ...uniqueConstraints(resource).map(
      ({ name, field }) => `    sa.UniqueConstraint("${field.name}", name="${name}"),`,
    ),
    ...checkConstraints(resource).flatMap(({ token, sql }) => [
      "    sa.CheckConstraint(",
      ...longText(sql).map((line) => `        ${line}`),
      `        , name="${token}"`,
      "    ),",
    ]),
    `    sa.Index("${orderIndex(resource)}", "created_at", "id"),`,
    ")",
  ];
}

function fromColumn(field: FieldDesign, resource: ResourceDesign): string {
  if (field.type !== "enum") return `self.${field.name}`;
  const member = `${enumClass(resource, field)}(self.${field.name})`;
  return field.required ? member : `None if self.${field.name} is None else ${member}`;
}

function removal({ names }: ResourceDesign): string[] {
  return [
    "async def remove(session: AsyncSession, id: UUID) -> None:",
    '    """Remove the row."""',
    `    await session.execute(sa.delete(${names.pascal}Row).where(${names.pascal}Row.id == id))`,
  ];
}
