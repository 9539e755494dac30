import type { FieldType } from "../../catalog/structure/resource.ts";
import type { Design, FieldDesign, ResourceDesign } from "../../design/design.ts";
import { pyStr } from "../encode.ts";
import type { Block } from "../fill.ts";
import { type Import, importLines } from "./imports.ts";
import { changedField } from "./resource-samples.ts";
import { decimalRange, integerRange, written } from "./sample-numbers.ts";
import { textSample } from "./sample-texts.ts";

/** How the example writes one type of field: a first and a second plain value, and one that is new on every walk. */
interface Example {
  first: string;
  second: string;
  /** A Python expression over `token`, 32 random hexadecimal digits, and `number`, the same as a whole number. */
  fresh: string;
}

/** A number made from the token that stays between two limits. */
const between = (low: bigint, high: bigint): string => {
  const span = high - low + 1n;
  const size = span < 1_000_000_000n ? span : 1_000_000_000n;
  const number = `number % ${size}`;
  return low === 0n ? number : `${number} ${low < 0n ? "-" : "+"} ${low < 0n ? -low : low}`;
};

/** Text of the field's form in which the sample's digit is replaced by as much of the token as fits. */
function freshText(field: FieldDesign): string {
  const whole = textSample({ ...field, minLength: undefined }, "");
  const room = Math.min(32, (field.maxLength ?? 200) - (whole.length - '""'.length));
  const part = room < 32 ? `token[:${room}]` : "token";
  const missing = Math.max(0, (field.minLength ?? 0) - (whole.length - 2) - room);
  const filled = missing === 0 ? part : `${part}:x<${room + missing}`;
  return textSample({ ...field, minLength: undefined }, `{${filled}}`);
}

const text = (field: FieldDesign): Example => ({
  first: textSample(field, "1"),
  second: textSample(field, "2"),
  fresh: freshText(field),
});

const same = (first: string, second: string, fresh: string) => (): Example => ({ first, second, fresh });

const EXAMPLES: Readonly<Record<FieldType, (field: FieldDesign) => Example>> = {
  str: text,
  email: text,
  url: text,
  int: (field) => {
    const { low, high } = integerRange(field);
    return { first: String(low), second: String(low === high ? low : low + 1n), fresh: between(low, high) };
  },
  decimal: (field) => {
    const { low, high, places } = decimalRange(field);
    const one = 10n ** BigInt(places);
    const start = field.minimum === undefined ? (high < one ? high : one) : low;
    const next = start + one <= high ? start + one : high;
    const [least, most] = [(start + one - 1n) / one, high / one];
    return {
      first: pyStr(written(start, places)),
      second: pyStr(written(next, places)),
      fresh: least < most ? `str(${between(least, most)})` : pyStr(written(start, places)),
    };
  },
  bool: same("True", "False", "True"),
  date: same('"2030-01-01"', '"2030-01-02"', 'f"{number % 8000 + 2000}-01-01"'),
  datetime: same('"2030-01-01T09:00:00Z"', '"2030-01-02T09:00:00Z"', 'f"{number % 7000 + 2000}-01-01T09:00:00Z"'),
  enum: ({ values = [] }) => {
    const [first = "", second = first] = values;
    return { first: pyStr(first), second: pyStr(second), fresh: pyStr(first) };
  },
  uuid: same('"00000000-0000-0000-0000-000000000001"', '"00000000-0000-0000-0000-000000000002"', "str(UUID(token))"),
  json: same('{"colour": "green"}', '{"colour": "blue"}', '{"token": token}'),
};

/** The placeholder values of `examples/quickstart.py`: a walk through the first resource. */
export function quickstartValues(design: Design): Record<string, string | Block> {
  const [resource] = design.resources;
  if (!resource) throw new Error("the quick start asked for a resource that the design does not have");
  const name = changedField(resource);
  const changed = resource.fields.find((field) => field.name === name) as FieldDesign;
  const body = resource.fields.map((field) => {
    const example = EXAMPLES[field.type](field);
    return `"${field.name}": ${field.unique ? example.fresh : example.first},`;
  });
  return {
    imports: importLines(importsOf(resource), design.packageName),
    body,
    number: body.some((line) => line.includes("number %")) ? ["number = int(token, 16)"] : [],
    changed: name,
    change: changed.unique ? `body["${name}"]` : EXAMPLES[changed.type](changed).second,
    moves: moveLines(resource),
  };
}

function importsOf({ fields }: ResourceDesign): Import[] {
  const unique = fields.some((field) => field.unique && field.type === "uuid");
  return [
    { module: "os", alias: "os" },
    { module: "uuid", names: ["uuid4", ...(unique ? ["UUID"] : [])] },
    { module: "httpx2", alias: "httpx2" },
  ];
}

/** A transition from the first state, where there is a lifecycle. */
function moveLines({ lifecycle }: ResourceDesign): string[] {
  const first = lifecycle?.transitions.find(({ from }) => from.includes(lifecycle.states[0] as string));
  if (!first) return [];
  return [`shown(client.post(f"{address}/${first.name.replaceAll("_", "-")}"))`];
}
