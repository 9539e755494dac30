/** The types a resource's field may have. */
export const FIELD_TYPES = [
  "str",
  "int",
  "decimal",
  "bool",
  "date",
  "datetime",
  "enum",
  "uuid",
  "email",
  "url",
  "json",
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** One field of a resource, as it stands in the answers file. */
export interface Field {
  name: string;
  type: FieldType;
  /** Absent means true. */
  required?: boolean | undefined;
  unique?: boolean | undefined;
  /** Characters; for str, email and url. */
  min_length?: number | undefined;
  max_length?: number | undefined;
  /** Inclusive; for int and decimal. */
  minimum?: number | undefined;
  maximum?: number | undefined;
  /** Total digits and digits after the point; for decimal. */
  digits?: number | undefined;
  places?: number | undefined;
  /** The members, snake case; for enum. */
  values?: string[] | undefined;
}

export interface Transition {
  name: string;
  from: string[];
  to: string;
}

/** The states of a resource (the first is initial) and the moves between them. */
export interface Lifecycle {
  states: string[];
  transitions: Transition[];
}

/** A thing the backend keeps. */
export interface Resource {
  name: string;
  plural: string;
  fields: Field[];
  lifecycle?: Lifecycle | undefined;
}

/** A Python module the person asks for by its public API, written as stubs. */
export interface Module {
  name: string;
  purpose: string;
  api: string;
}
