import type { FieldType } from "../../catalog/structure/resource.ts";
import type { Design, FieldDesign, ResourceDesign } from "../../design/design.ts";
import type { Block } from "../fill.ts";
import { enumClass } from "./field-types.ts";
import { type Import, importLines } from "./imports.ts";
import { lifecycleSamples } from "./lifecycle-samples.ts";
import { type FieldSample, sampleOf } from "./sample-fields.ts";

/** What the samples of a type need from elsewhere. */
const IMPORTS: Readonly<Partial<Record<FieldType, Import>>> = {
  date: { module: "datetime", names: ["date"] },
  datetime: { module: "datetime", names: ["UTC", "datetime"] },
  decimal: { module: "decimal", names: ["Decimal"] },
  uuid: { module: "uuid", names: ["UUID"] },
  json: { module: "string", alias: "string" },
};

/** Query parameters of every list; a unique field of such a name cannot narrow it. */
const LIST_PARAMETERS: readonly string[] = ["limit", "cursor", "after"];
/** Rows that tests of lists make, where unique values allow as many. */
const ROWS = 5;

interface Sampled {
  field: FieldDesign;
  sample: FieldSample;
}

const samplesOf = (resource: ResourceDesign): Sampled[] =>
  resource.fields.map((field) => ({ field, sample: sampleOf(field, enumClass(resource, field)) }));

/** True when the domain can refuse a value of some field: then there are tests of the limits. */
export const hasLimits = (resource: ResourceDesign): boolean =>
  samplesOf(resource).some(({ sample }) => sample.breaches.length > 0);

/** The fields whose values no two rows share. */
export const uniqueFields = (resource: ResourceDesign): FieldDesign[] =>
  resource.fields.filter((field) => field.unique);

/** The unique fields that a list can be narrowed to. */
export const filterNames = (resource: ResourceDesign): string[] =>
  uniqueFields(resource)
    .map(({ name }) => name)
    .filter((name) => !LIST_PARAMETERS.includes(name));

/** The field that tests change: not a unique one if possible, and one with a second value. */
export function changedField(resource: ResourceDesign): string {
  const varied = samplesOf(resource).filter(({ sample }) => sample.capacity > 1);
  const free = varied.find(({ field }) => !field.unique) ?? varied[0];
  return (free?.field ?? (resource.fields[0] as FieldDesign)).name;
}

/** The placeholder values of `tests/samples/<resource>.py`. */
export function resourceSamples(design: Design, resource: ResourceDesign): Record<string, string | Block> {
  const sampled = samplesOf(resource);
  const room = uniqueFields(resource).map((field) => sampleOf(field, "").capacity);
  return {
    imports: importLines(importsOf(design, resource), design.packageName),
    values: sampled.map(({ field, sample }) => `${field.name}=${sample.value},`),
    body: sampled.map(({ field, sample }) => `"${field.name}": ${sample.body},`),
    changed: changedField(resource),
    refused: sampled.flatMap(refusedLines),
    strategies: sampled.map(
      ({ field, sample }) => `${field.name}=${field.required ? "" : "st.none() | "}${sample.strategy},`,
    ),
    count: String(Math.min(ROWS, ...room)),
    breaches: breachLines(resource, sampled),
    unique: uniqueLines(resource),
    lifecycle: lifecycleSamples(resource),
  };
}

function importsOf({ packageName }: Design, resource: ResourceDesign): Import[] {
  const { pascal, snake } = resource.names;
  const enums = resource.fields.filter((field) => field.type === "enum").map((field) => enumClass(resource, field));
  const states = resource.lifecycle ? [`${pascal}State`, `${pascal}Transition`] : [];
  return [
    { module: "typing", names: ["Any"] },
    { module: "hypothesis", names: ["strategies as st"] },
    {
      module: `${packageName}.domain.${snake}`,
      names: [`${pascal}Changes`, `${pascal}Values`, ...enums, ...states],
    },
    ...resource.fields.flatMap((field) => IMPORTS[field.type] ?? []),
  ];
}

const refusedLines = ({ field, sample }: Sampled): string[] =>
  [...(field.required ? ["None"] : []), ...sample.refused].map((value) => `("${field.name}", ${value}),`);

function breachLines({ names }: ResourceDesign, sampled: readonly Sampled[]): string[] {
  const lines = sampled.flatMap(({ field, sample }) =>
    sample.breaches.map((value) => `    ("${field.name}", {"${field.name}": ${value}}),`),
  );
  if (lines.length === 0) return [];
  return [
    "",
    "# A field and a value outside its limits.",
    `BREACHES: list[tuple[str, ${names.pascal}Changes]] = [`,
    ...lines,
    "]",
  ];
}

function uniqueLines(resource: ResourceDesign): string[] {
  const unique = uniqueFields(resource);
  if (unique.length === 0) return [];
  const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");
  return [
    "",
    "# Fields whose value only one may have, and those of them that a list can be narrowed to.",
    `UNIQUE = [${quoted(unique.map(({ name }) => name))}]`,
    `FILTERS: list[str] = [${quoted(filterNames(resource))}]`,
  ];
}
