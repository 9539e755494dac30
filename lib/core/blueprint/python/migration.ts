import type { FieldDesign, ResourceDesign } from "../../design/design.ts";
import { fieldPython, longText } from "./field-types.ts";
import { importLines } from "./imports.ts";
import { checkConstraints, orderIndex, uniqueConstraints } from "./store-blocks.ts";

/** The blocks of the first migration: it makes the same tables as the classes of `db/`, and removes them again. */
export function migrationBlocks(resources: readonly ResourceDesign[]): {
  imports: string[];
  upgrade: string[];
  downgrade: string[];
} {
  const hasJson = resources.some(({ fields }) => fields.some((field) => field.type === "json"));
  return {
    imports: importLines(
      [
        { module: "collections.abc", names: ["Sequence"] },
        { module: "sqlalchemy", alias: "sa" },
        { module: "alembic", names: ["op"] },
        ...(hasJson ? [{ module: "sqlalchemy.dialects", names: ["postgresql"] }] : []),
      ],
      "",
    ),
    upgrade: resources.flatMap(createTable),
    downgrade: [...resources]
      .reverse()
      .flatMap((resource) => [
        `op.drop_index("${orderIndex(resource)}", table_name="${resource.names.plural}")`,
        `op.drop_table("${resource.names.plural}")`,
      ]),
  };
}

const column = (name: string, type: string, nullable: boolean): string =>
  `    sa.Column("${name}", ${type}, nullable=${nullable ? "True" : "False"}),`;

/** Column types as calls, the way Alembic writes them. */
const called = (type: string): string => (type.endsWith(")") ? type : `${type}()`);

function createTable(resource: ResourceDesign): string[] {
  const { names, fields, lifecycle } = resource;
  const typed = (field: FieldDesign) =>
    column(field.name, called(fieldPython(field, resource).column), !field.required);
  return [
    "op.create_table(",
    `    "${names.plural}",`,
    column("id", "sa.Uuid()", false),
    ...fields.map(typed),
    ...(lifecycle ? [column("state", "sa.String(63)", false)] : []),
    column("version", "sa.Integer()", false),
    column("created_at", "sa.DateTime(timezone=True)", false),
    column("updated_at", "sa.DateTime(timezone=True)", false),
    ...checkConstraints(resource).flatMap(({ token, sql }) => [
      "    sa.CheckConstraint(",
      ...longText(sql).map((line) => `        ${line}`),
      `        , name=op.f("ck_${names.plural}_${token}")`,
      "    ),",
    ]),
    `    sa.PrimaryKeyConstraint("id", name=op.f("pk_${names.plural}")),`,
    ...uniqueConstraints(resource).map(
      ({ name, field }) => `    sa.UniqueConstraint("${field.name}", name=op.f("${name}")),`,
    ),
    ")",
    `op.create_index("${orderIndex(resource)}", "${names.plural}", ["created_at", "id"], unique=False)`,
  ];
}
