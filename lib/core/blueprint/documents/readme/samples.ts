import type { FieldType } from "../../../catalog/structure/resource.ts";
import type { FieldDesign, ResourceDesign } from "../../../design/design.ts";

const text =
  (sample: string) =>
  ({ minLength = 1, maxLength = 40 }: FieldDesign): string =>
    sample.padEnd(minLength, "x").slice(0, Math.max(maxLength, 1));

/** The value inside the limits that is nearest to 1, or to the lower limit. */
const within = ({ minimum, maximum }: FieldDesign): number =>
  Math.min(Math.max(1, minimum ?? 1), maximum ?? Number.POSITIVE_INFINITY);

/** Pads inside the host, so that the address stays an address. */
const padded = (head: string, tail: string, { minLength = 0 }: FieldDesign): string =>
  head + "x".repeat(Math.max(minLength - head.length - tail.length, 0)) + tail;

/** One accepted JSON value for each type of field, for the examples of the README. */
const SAMPLES: Readonly<Record<FieldType, (field: FieldDesign) => unknown>> = {
  str: (field) => text("example")(field),
  int: within,
  decimal: (field) => within(field).toFixed(field.places ?? 2),
  bool: () => true,
  date: () => "2030-01-31",
  datetime: () => "2030-01-31T09:00:00Z",
  enum: ({ values }) => values?.[0] ?? "",
  uuid: () => "3f2c1f1e-8a52-4f0b-9d3b-6f1f0c0a7e11",
  email: (field) => padded("someone", "@example.org", field),
  url: (field) => padded("https://example.org/", "", field),
  json: () => ({ note: "example" }),
};

/** A JSON body that creates one resource: its required fields only. */
export const sampleBody = ({ fields }: ResourceDesign): string =>
  JSON.stringify(
    Object.fromEntries(
      fields.filter((field) => field.required).map((field) => [field.name, SAMPLES[field.type](field)]),
    ),
  );
