import type { Answers } from "#lib/core/catalog/answers.ts";
import { NAME_LIMITS } from "#lib/core/catalog/names.ts";
import type { Field, Resource } from "#lib/core/catalog/structure/resource.ts";
import { changed } from "./repository.ts";

const letters = (length: number, last = "x") => `${"abcdefghij".repeat(10).slice(0, length - 1)}${last}`;

/** One field of each type, under names that SQL, Python or Pydantic use for something else. */
const AWKWARD: readonly Field[] = [
  { name: "type", type: "enum", values: ["class_", "none", "all"].map((value) => value.replace(/_$/, "ic")) },
  { name: "order", type: "int", minimum: 0 },
  { name: "select", type: "str", max_length: 40, unique: true },
  { name: "group", type: "decimal", digits: 12, places: 3 },
  { name: "user", type: "email" },
  { name: "table", type: "url", required: false },
  { name: "end", type: "datetime" },
  { name: "on", type: "date", required: false },
  { name: "check", type: "bool" },
  { name: "references", type: "uuid", unique: true },
  { name: "values", type: "json", required: false },
  { name: "limit", type: "str", required: false, min_length: 2, max_length: 10 },
] as Field[];

const STATES = Array.from({ length: 8 }, (_, index) => letters(NAME_LIMITS.state, String(index)));

const LONG: Resource = {
  name: `A${letters(NAME_LIMITS.resource - 1)}`,
  plural: letters(NAME_LIMITS.plural, "s"),
  fields: AWKWARD.map((field, index) => ({
    ...field,
    name: letters(NAME_LIMITS.field, String.fromCharCode(97 + index)),
  })),
  lifecycle: {
    states: STATES,
    transitions: STATES.slice(1).map((to, index) => ({
      name: letters(NAME_LIMITS.state, String.fromCharCode(97 + index)),
      from: [STATES[index] as string],
      to,
    })),
  },
};

const ordered = (name: string, plural: string): Resource => ({
  name,
  plural,
  fields: [...AWKWARD],
  lifecycle: {
    states: ["open", "select", "closed"],
    transitions: [
      { name: "choose", from: ["open"], to: "select" },
      { name: "shut", from: ["open", "select"], to: "closed" },
    ],
  },
});

/** A service at the limits of what the schema accepts: five resources of twelve fields, eight states, the longest names. */
export const nastyService = (base: Answers): Answers =>
  changed(base, {
    intake: {
      package_name: letters(NAME_LIMITS.package, "y"),
      repository_name: letters(NAME_LIMITS.repository, "z"),
      description:
        "Says \"it's\" \\ and \u00ab\u05e9\u05dc\u05d5\u05dd\u00bb, {braces}, %s, # \ud83d\ude00 and '''quotes'''",
      author: 'O\'Brien "the \\ Great", Zo\u00eb \ud83d\ude00',
      non_goals: ['no "quotes"', "no \\ slashes", "no | pipes"],
    },
    structure: {
      resources: [
        ordered("Order", "orders"),
        ordered("User", "users"),
        ordered("Event", "events"),
        { name: "Key", plural: "key_list", fields: [...AWKWARD] },
        LONG,
      ],
    },
  });
