import fc from "fast-check";
import { expect, test } from "vitest";
import type { FieldDesign, ResourceDesign } from "../../design/design.ts";
import { resourceNames } from "../../design/names.ts";
import { checkConstraints, filterFields, uniqueConstraints } from "./store-blocks.ts";

const field = (name: string, more: Partial<FieldDesign> = {}): FieldDesign => ({
  name,
  type: "str",
  required: true,
  unique: true,
  minLength: 2,
  maxLength: 40,
  ...more,
});
const resource = (plural: string, fields: FieldDesign[]): ResourceDesign => ({
  names: resourceNames({ name: "Thing", plural }),
  fields,
});
const name = (longest: number) => fc.stringMatching(new RegExp(`^[a-z][a-z_]{0,${longest - 2}}[a-z]$`));

test("constraint names fit into PostgreSQL's 63 bytes and stay different from each other", () => {
  fc.assert(
    fc.property(name(32), fc.uniqueArray(name(40), { minLength: 1, maxLength: 12 }), (plural, names) => {
      const made = resource(
        plural,
        names.map((one) => field(one)),
      );
      const uniques = uniqueConstraints(made).map((one) => one.name);
      const checks = checkConstraints(made).map(({ token }) => `ck_${plural}_${token}`);
      expect([...uniques, ...checks].filter((one) => one.length > 63)).toEqual([]);
      expect(new Set([...uniques, ...checks]).size).toBe(uniques.length + checks.length);
    }),
  );
});

test("a column whose name is a word of SQL is quoted in conditions, others are not", () => {
  const sql = checkConstraints(resource("orders", [field("select"), field("reference")])).map((one) => one.sql);
  expect(sql).toEqual(['length("select") >= 2', "length(reference) >= 2", "version >= 1"]);
});

test("a unique field called like a parameter of every list does not become a filter", () => {
  const made = resource("orders", [field("limit"), field("code"), field("notes", { unique: false })]);
  expect(filterFields(made).map((one) => one.name)).toEqual(["code"]);
});
