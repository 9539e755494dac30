import { LONGEST_TEXT } from "../../catalog/structure/field-problems.ts";
import type { FieldType } from "../../catalog/structure/resource.ts";
import type { FieldDesign, ResourceDesign } from "../../design/design.ts";
import { pyStr } from "../encode.ts";
import type { Import } from "./imports.ts";
import { DECIMAL_DEFAULT } from "./sample-numbers.ts";

/** How the layers of a service write one field. Types are those of a value that is there; `optional()` adds `| None`. */
export interface FieldPython {
  /** The type in the domain, and in answers to clients. */
  domain: string;
  domainImports: readonly Import[];
  /** The type of a value that a client sends in JSON, with its limits. */
  input: string;
  inputImports: readonly Import[];
  /** The type of a query parameter that narrows a list to this value. */
  query: string;
  queryImports: readonly Import[];
  /** The type of the column's value, and the column, with SQLAlchemy imported as `sa`. */
  stored: string;
  column: string;
  columnImports: readonly Import[];
  /** Statements that refuse what is outside the limits; `it` is the resource. */
  checks: readonly string[];
  checkNames: readonly string[];
  /** Conditions in SQL that mirror the checks, where the column's type does not say it already. */
  conditions: readonly { token: string; sql(column: string): string }[];
}

/** Longest e-mail address (RFC 5321, 4.5.3.1) and URL that the catalog accepts; a unique one must fit into an index entry. */
const LONGEST_EMAIL = 254;
const LONGEST_URL = 2083;
const LONGEST_UNIQUE_URL = 600;

const NONE: readonly Import[] = [];
const pydanticField: Import[] = [
  { module: "pydantic", names: ["Field"] },
  { module: "typing", names: ["Annotated"] },
];
const document = (...names: string[]): Import => ({ module: "{package}.api.schemas.base", names });

/** The class of an enum field: `Room` + `kind` gives `RoomKind`. */
export const enumClass = ({ names }: ResourceDesign, field: FieldDesign): string =>
  names.pascal +
  field.name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** A number as Python and SQL write it, without an exponent. */
const plain = (value: number): string =>
  Object.is(value, -0) ? "0" : value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });

function text(field: FieldDesign, longest: number, format: string | null, check: string | null): FieldPython {
  const { minLength = 0, maxLength = longest } = field;
  const limits = [...(minLength > 0 ? [`min_length=${minLength}`] : []), `max_length=${maxLength}`];
  const shown = format === null ? [] : [`json_schema_extra={"format": "${format}"}`];
  const field_ = (parts: readonly string[]) => `Annotated[CleanText, Field(${parts.join(", ")})]`;
  return {
    domain: "str",
    domainImports: NONE,
    input: field_([...limits, ...shown]),
    inputImports: [...pydanticField, document("CleanText")],
    query: field_([`max_length=${maxLength}`]),
    queryImports: [...pydanticField, document("CleanText")],
    stored: "str",
    column: `sa.String(${maxLength})`,
    columnImports: NONE,
    checks: [
      `check_text("${field.name}", it.${field.name}, minimum=${minLength}, maximum=${maxLength})`,
      ...(check === null ? [] : [`${check}("${field.name}", it.${field.name})`]),
    ],
    checkNames: ["check_text", ...(check === null ? [] : [check])],
    conditions: minLength > 0 ? [{ token: "min", sql: (column) => `length(${column}) >= ${minLength}` }] : [],
  };
}

/** A type without limits of its own. */
function simple(
  python: string,
  module: string | null,
  column: string,
  input: string,
  inputImports: readonly Import[],
): FieldPython {
  const imports = module === null ? NONE : [{ module, names: [python] }];
  return {
    domain: python,
    domainImports: imports,
    input,
    inputImports,
    query: input,
    queryImports: inputImports,
    stored: python,
    column,
    columnImports: imports,
    checks: [],
    checkNames: [],
    conditions: [],
  };
}

const bounds = (field: FieldDesign, write: (value: number) => string, least: string, most: string): string[] => [
  ...(field.minimum === undefined ? [] : [`${least}=${write(field.minimum)}`]),
  ...(field.maximum === undefined ? [] : [`${most}=${write(field.maximum)}`]),
];

const rangeConditions = ({ minimum, maximum }: FieldDesign): FieldPython["conditions"] => [
  ...(minimum === undefined ? [] : [{ token: "min", sql: (column: string) => `${column} >= ${plain(minimum)}` }]),
  ...(maximum === undefined ? [] : [{ token: "max", sql: (column: string) => `${column} <= ${plain(maximum)}` }]),
];

function integer(field: FieldDesign): FieldPython {
  const limits = bounds(field, plain, "ge", "le");
  const limited = (base: string) => (limits.length === 0 ? base : `Annotated[${base}, Field(${limits.join(", ")})]`);
  const names = [
    ...(field.minimum === undefined ? ["MIN_INTEGER"] : []),
    ...(field.maximum === undefined ? ["MAX_INTEGER"] : []),
  ];
  const least = field.minimum === undefined ? "MIN_INTEGER" : plain(field.minimum);
  const most = field.maximum === undefined ? "MAX_INTEGER" : plain(field.maximum);
  return {
    ...simple("int", null, "sa.BigInteger", limited("WholeNumber"), [
      ...(limits.length === 0 ? NONE : pydanticField),
      document("WholeNumber"),
    ]),
    query: limited("AnyWholeNumber"),
    queryImports: [...(limits.length === 0 ? NONE : pydanticField), document("AnyWholeNumber")],
    checks: [`check_range("${field.name}", it.${field.name}, minimum=${least}, maximum=${most})`],
    checkNames: ["check_range", ...names],
    conditions: rangeConditions(field),
  };
}

function decimal(field: FieldDesign): FieldPython {
  const { digits = DECIMAL_DEFAULT.digits, places = DECIMAL_DEFAULT.places } = field;
  const exact = (value: number) => `Decimal("${plain(value)}")`;
  const input = `Annotated[Decimal, Field(${[`max_digits=${digits}`, `decimal_places=${places}`, ...bounds(field, exact, "ge", "le")].join(", ")})]`;
  const limits = bounds(field, exact, "minimum", "maximum");
  return {
    ...simple("Decimal", "decimal", `sa.Numeric(${digits}, ${places})`, input, [
      ...pydanticField,
      { module: "decimal", names: ["Decimal"] },
    ]),
    checks: [
      `check_decimal("${field.name}", it.${field.name}, digits=${digits}, places=${places})`,
      ...(limits.length === 0 ? [] : [`check_range("${field.name}", it.${field.name}, ${limits.join(", ")})`]),
    ],
    checkNames: ["check_decimal", ...(limits.length === 0 ? [] : ["check_range"])],
    conditions: rangeConditions(field),
  };
}

type Writer = (field: FieldDesign, resource: ResourceDesign) => FieldPython;

const WRITERS: Readonly<Record<FieldType, Writer>> = {
  str: (field) => text(field, LONGEST_TEXT, null, null),
  email: (field) => text(field, LONGEST_EMAIL, "email", "check_email"),
  url: (field) => text(field, field.unique ? LONGEST_UNIQUE_URL : LONGEST_URL, "uri", "check_url"),
  int: integer,
  decimal,
  bool: () => simple("bool", null, "sa.Boolean", "StrictFlag", [document("StrictFlag")]),
  date: () => simple("date", "datetime", "sa.Date", "IsoDay", [document("IsoDay")]),
  datetime: (field) => ({
    ...simple("datetime", "datetime", "sa.DateTime(timezone=True)", "UtcInstant", [document("UtcInstant")]),
    checks: [`check_instant("${field.name}", it.${field.name})`],
    checkNames: ["check_instant"],
  }),
  uuid: () => simple("UUID", "uuid", "sa.Uuid", "UUID", [{ module: "uuid", names: ["UUID"] }]),
  json: (field) => ({
    ...simple("Json", "{package}.domain.rules", "postgresql.JSONB(none_as_null=True)", "Json", [
      { module: "{package}.domain.rules", names: ["Json"] },
    ]),
    columnImports: [
      { module: "sqlalchemy.dialects", names: ["postgresql"] },
      { module: "{package}.domain.rules", names: ["Json"] },
    ],
    checks: [`check_json("${field.name}", it.${field.name})`],
    checkNames: ["check_json"],
  }),
  enum: (field, resource) => {
    const name = enumClass(resource, field);
    const imports: Import[] = [{ module: `{package}.domain.${resource.names.snake}`, names: [name] }];
    const members = (field.values ?? []).map((value) => `'${value}'`).join(", ");
    return {
      ...simple(name, null, "sa.String(63)", name, imports),
      stored: "str",
      conditions: [{ token: "known", sql: (column) => `${column} IN (${members})` }],
    };
  },
};

/** How one field of a resource is written. */
export const fieldPython = (field: FieldDesign, resource: ResourceDesign): FieldPython =>
  WRITERS[field.type](field, resource);

/** A type that also allows nothing, for a field that is not required. */
export const optional = (type: string, field: Pick<FieldDesign, "required">): string =>
  field.required ? type : `${type} | None`;

/** Puts the package's name into imports that were written with `{package}`. */
export const resolved = (imports: readonly Import[], packageName: string): Import[] =>
  imports.map((one) => ({ ...one, module: one.module.replace("{package}", packageName) }));

/** A long text as adjacent string literals, one per line, which the formatter joins when they fit on one line. */
export function longText(value: string, width = 70): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of value.split(/(?<= )/)) {
    if (current !== "" && current.length + word.length > width) {
      lines.push(current);
      current = "";
    }
    current += word;
  }
  return [...lines, current].map((line) => pyStr(line));
}
