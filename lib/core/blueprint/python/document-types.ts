import type { Design } from "../../design/design.ts";
import type { Values } from "../fill.ts";
import { fieldPython, resolved } from "./field-types.ts";
import { type Import, importLines } from "./imports.ts";
import { filterFields } from "./store-blocks.ts";

/** One type of `api/schemas/base.py`: how a client's value is read, in Python. */
interface DocumentType {
  name: string;
  imports: readonly Import[];
  type: string;
  /** The functions it names; several types may share one. */
  functions?: readonly string[];
}

const from = (module: string, ...names: string[]): Import => ({ module, names });

const STORABLE = String.raw`def _storable(value: str) -> str:
    if "\x00" in value:
        raise ValueError("must not contain NUL")
    return value`;

const WRITTEN_AS_DATE = `def _written_as_date(value: object) -> object:
    if isinstance(value, (int, float)) or (isinstance(value, str) and "-" not in value[1:]):
        raise ValueError("must be written as year-month-day")
    return value`;

const IN_UTC = `def _in_utc(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("is outside the calendar") from error`;

const SAFE = "Field(ge=MIN_INTEGER, le=MAX_INTEGER)";
const integers = from("{package}.domain.rules", "MAX_INTEGER", "MIN_INTEGER");

const TYPES: readonly DocumentType[] = [
  { name: "CleanText", imports: [], type: "Annotated[str, AfterValidator(_storable)]", functions: [STORABLE] },
  { name: "WholeNumber", imports: [from("pydantic", "Strict"), integers], type: `Annotated[int, Strict(), ${SAFE}]` },
  { name: "AnyWholeNumber", imports: [integers], type: `Annotated[int, ${SAFE}]` },
  { name: "StrictFlag", imports: [from("pydantic", "Strict")], type: "Annotated[bool, Strict()]" },
  {
    name: "IsoDay",
    imports: [from("pydantic", "BeforeValidator"), from("datetime", "date")],
    type: "Annotated[date, BeforeValidator(_written_as_date)]",
    functions: [WRITTEN_AS_DATE],
  },
  {
    name: "UtcInstant",
    imports: [from("pydantic", "AwareDatetime", "BeforeValidator"), from("datetime", "UTC", "datetime")],
    type: "Annotated[AwareDatetime, BeforeValidator(_written_as_date), AfterValidator(_in_utc)]",
    functions: [WRITTEN_AS_DATE, IN_UTC],
  },
];

/** The blocks of `api/schemas/base.py`: only the types that the documents of this design use. */
export function documentTypeBlocks(design: Design): Values {
  const used = new Set(
    design.resources.flatMap((resource) =>
      [
        ...resource.fields.flatMap((field) => fieldPython(field, resource).inputImports),
        ...filterFields(resource).flatMap((field) => fieldPython(field, resource).queryImports),
      ].flatMap(({ names }) => names ?? []),
    ),
  );
  const types = TYPES.filter(({ name }) => used.has(name));
  const functions = [...new Set(types.flatMap((type) => type.functions ?? []))];
  const imports = [
    from("typing", "Annotated"),
    from("pydantic", "AfterValidator", "BaseModel", "ConfigDict", "Field"),
    from("{package}.api", "cursors"),
    from("{package}.db.keyset", "KeysetPosition"),
    ...types.flatMap((type) => type.imports),
  ];
  return {
    imports: importLines(resolved(imports, design.packageName), design.packageName),
    validators: functions.flatMap((code) => ["", "", ...code.split("\n")]),
    // One blank line after imports, two after a function: isort and the formatter agree on nothing else.
    types:
      types.length === 0
        ? []
        : ["", ...(functions.length === 0 ? [] : [""]), ...types.map(({ name, type }) => `${name} = ${type}`)],
  };
}
