import { describe, expect, test } from "vitest";
import { lifecycleProblems, unreachableStates } from "./lifecycle-problems.ts";
import type { Field, Lifecycle, Resource } from "./resource.ts";
import { resourcesProblems, resourceWarnings } from "./resource-problems.ts";

const slot: Resource = { name: "Slot", plural: "slots", fields: [{ name: "label", type: "str", max_length: 40 }] };
const codes = (resources: Resource[]) => resourcesProblems(resources, "r").map(({ path, code }) => `${path} ${code}`);
const field = (given: Partial<Field>) =>
  codes([{ ...slot, fields: [{ name: "label", type: "str", ...given }] }]).map((problem) =>
    problem.replace("r[0].fields[0].", ""),
  );

describe("fields", () => {
  test.each([
    "id",
    "version",
    "state",
    "created_at",
    "updated_at",
    "class",
    "model_config",
    "metadata",
    "json",
    "schema",
    "copy",
    "dict",
    "registry",
    "self",
    "str",
    "date",
    "Label",
    "_x",
    "a b",
  ])("%j is no field name", (name) => {
    expect(field({ name })).toHaveLength(1);
  });
  test.each(["type", "order", "select", "user", "starts_at", "format", "x", "table", "values", "limit"])(
    "%j is a field name",
    (name) => {
      expect(field({ name })).toEqual([]);
    },
  );
  test("limits stand only at types that have them, and do not cross", () => {
    expect(field({ type: "int", max_length: 3 })).toEqual(["max_length limit_not_for_type"]);
    expect(field({ min_length: 5, max_length: 3 })).toEqual(["min_length limits_cross"]);
    expect(field({ max_length: 0 })).toEqual(["max_length out_of_range"]);
    expect(field({ type: "int", minimum: 2, maximum: 1 })).toEqual(["minimum limits_cross"]);
    expect(field({ type: "int", minimum: 0.5 })).toEqual(["minimum not_whole"]);
    expect(field({ type: "int", maximum: 2 ** 60 })).toEqual(["maximum out_of_range"]);
    expect(field({ type: "decimal", digits: 5 })).toEqual(["places missing_limit"]);
    expect(field({ type: "decimal", digits: 2, places: 4 })).toEqual(["places limits_cross"]);
    expect(field({ type: "decimal", digits: 4, places: 2, maximum: 100 })).toEqual(["maximum out_of_range"]);
    expect(field({ type: "decimal", digits: 4, places: 2, minimum: 0.125 })).toEqual(["minimum out_of_range"]);
    expect(field({ type: "decimal", digits: 10, places: 2, minimum: 0.1, maximum: 9999.99 })).toEqual([]);
  });
  test("uniqueness needs values that can differ and a text that can be indexed", () => {
    expect(field({ type: "json", unique: true })).toEqual(["unique cannot_be_unique"]);
    expect(field({ type: "bool", unique: true })).toEqual(["unique cannot_be_unique"]);
    expect(field({ unique: true })).toEqual(["max_length missing_limit"]);
    expect(field({ unique: true, max_length: 40 })).toEqual([]);
    expect(field({ type: "uuid", unique: true })).toEqual([]);
  });
  test("an enum has two to twenty different values in snake case", () => {
    expect(field({ type: "enum" })).toEqual(["values enum_values"]);
    expect(field({ type: "enum", values: ["one"] })).toEqual(["values enum_values"]);
    expect(field({ type: "enum", values: ["one", "one"] })).toEqual(["values[1] repeated"]);
    expect(field({ type: "enum", values: ["one", "Two"] })).toEqual(["values[1] bad_name"]);
    expect(field({ values: ["one", "two"] })).toEqual(["values limit_not_for_type"]);
    expect(field({ type: "enum", name: "values", values: ["one", "two"] })).toEqual(["name reserved_name"]);
  });
  test("a resource has one to twelve fields of different names", () => {
    expect(codes([{ ...slot, fields: [] }])).toEqual(["r[0].fields field_count"]);
    expect(
      codes([{ ...slot, fields: Array.from({ length: 13 }, (_, index) => ({ name: `f${index}`, type: "int" })) }]),
    ).toEqual(["r[0].fields field_count"]);
    expect(
      codes([
        {
          ...slot,
          fields: [
            { name: "a", type: "int" },
            { name: "a", type: "str" },
          ],
        },
      ]),
    ).toEqual(["r[0].fields[1].name repeated"]);
  });
});

describe("names", () => {
  test.each([
    "slot",
    "Slot_Item",
    "9Lives",
    "Class",
    "Match",
    "List",
    "Exception",
    "Page",
    "Settings",
    "DomainError",
    "Ünit",
    "",
    "A".repeat(31),
  ])("%j is no resource name", (name) => {
    expect(codes([{ ...slot, name }])).toHaveLength(1);
  });
  test.each(["Order", "User", "HTTPCall", "Calendar", "Booking2"])("%j is a resource name", (name) => {
    expect(codes([{ ...slot, name }])).toEqual([]);
  });
  test("the plural differs from the singular and from every other name", () => {
    expect(codes([{ ...slot, name: "Sheep", plural: "sheep" }])).toEqual(["r[0].plural same_as_singular"]);
    expect(codes([slot, { ...slot, name: "Slots", plural: "all_slots" }])).toEqual(["r[1].name repeated"]);
    expect(codes([slot, { ...slot, name: "Berth" }])).toEqual(["r[1].plural repeated"]);
  });
  test("no resource is called like a class made from another one", () => {
    expect(codes([slot, { ...slot, name: "SlotState", plural: "slot_states" }])).toEqual(["r[1].name reserved_name"]);
    const kind: Field = { name: "kind", type: "enum", values: ["a", "b"] };
    expect(
      codes([
        { ...slot, fields: [kind] },
        { ...slot, name: "SlotKind", plural: "slot_kinds" },
      ]),
    ).toEqual(["r[1].name reserved_name"]);
  });
});

describe("lifecycles", () => {
  const held: Lifecycle = { states: ["held", "done"], transitions: [{ name: "finish", from: ["held"], to: "done" }] };
  const faults = (change: Partial<Lifecycle>) =>
    lifecycleProblems({ ...held, ...change }, "l").map(({ path, code, hint }) => `${path} ${code} ${hint}`);
  test("transitions join states that exist, and lead somewhere else", () => {
    expect(faults({})).toEqual([]);
    expect(faults({ transitions: [{ name: "finish", from: ["hold"], to: "done" }] })).toEqual([
      'l.transitions[0].from[0] unknown_state Did you mean "held"?',
    ]);
    expect(faults({ transitions: [{ name: "finish", from: ["held"], to: "held" }] })[0]).toContain(
      "l.transitions[0].to no_move",
    );
    expect(faults({ transitions: [{ name: "finish", from: [], to: "done" }] })[0]).toContain("no_origin");
    expect(faults({ transitions: [...held.transitions, ...held.transitions] })[0]).toContain(
      "l.transitions[1].name repeated",
    );
    expect(faults({ transitions: [{ name: "delete", from: ["held"], to: "done" }] })[0]).toContain("reserved_name");
    expect(faults({ states: ["held"] })[0]).toContain("l.states state_count");
    expect(faults({ transitions: [] })[0]).toContain("l.transitions transition_count");
  });
  test("a lifecycle that cannot leave its first state is refused", () => {
    expect(faults({ transitions: [{ name: "reopen", from: ["done"], to: "held" }] })).toEqual([
      'l.transitions stuck Add "held" to the from of a transition, or put another state first.',
    ]);
  });

  test("states that nothing leads to are pointed out, not refused", () => {
    const lost: Lifecycle = { states: ["held", "done", "lost"], transitions: held.transitions };
    expect(unreachableStates(lost)).toEqual(["lost"]);
    expect(codes([{ ...slot, lifecycle: lost }])).toEqual([]);
    expect(resourceWarnings([{ ...slot, lifecycle: lost }])).toMatchObject([
      { path: "structure.resources[0].lifecycle", code: "unreachable_state" },
    ]);
  });
});
