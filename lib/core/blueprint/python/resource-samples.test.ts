import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shortestWays } from "#lib/core/blueprint/python/lifecycle-samples.ts";
import { changedField, filterNames, hasLimits } from "#lib/core/blueprint/python/resource-samples.ts";
import { sampleOf } from "#lib/core/blueprint/python/sample-fields.ts";
import { decimalRange, decimalSample, integerSample } from "#lib/core/blueprint/python/sample-numbers.ts";
import { lengthBreaches, textSample } from "#lib/core/blueprint/python/sample-texts.ts";
import { FIELD_TYPES } from "#lib/core/catalog/structure/resource.ts";
import type { FieldDesign, ResourceDesign } from "#lib/core/design/design.ts";
import { resourceNames } from "#lib/core/design/names.ts";

const field = (type: FieldDesign["type"], limits: Partial<FieldDesign> = {}): FieldDesign => ({
  name: "code",
  type,
  required: true,
  unique: false,
  ...limits,
});
const resource = (...fields: FieldDesign[]): ResourceDesign => ({
  names: resourceNames({ name: "Room", plural: "rooms" }),
  fields,
});

/** Evaluates the few Python forms that text samples use. */
const evaluated = (expression: string, n: number): string =>
  expression
    .split(" + ")
    .map((part) => {
      const repeated = /^"x" \* (\d+)$/.exec(part);
      return repeated ? "x".repeat(Number(repeated[1])) : part.replace(/^f?"|"$/g, "").replace("{n}", String(n));
    })
    .join("");

describe("samples of texts", () => {
  const smallest = { str: 2, email: 6, url: 11 } as const;

  test("every sample keeps the limits, and ten of them differ", () => {
    const limits = fc
      .tuple(fc.constantFrom("str" as const, "email" as const, "url" as const), fc.nat(250), fc.nat(250))
      .map(([type, a, b]) => ({ type, minLength: Math.min(a, b), maxLength: Math.max(smallest[type], a, b) }));
    fc.assert(
      fc.property(limits, ({ type, ...lengths }) => {
        const expression = textSample(field(type, lengths));
        const all = Array.from({ length: 10 }, (_, n) => evaluated(expression, n));
        expect(new Set(all).size).toBe(10);
        for (const text of all) {
          expect(text.length).toBeGreaterThanOrEqual(lengths.minLength);
          expect(text.length).toBeLessThanOrEqual(lengths.maxLength);
        }
      }),
    );
  });

  test("a long e-mail address keeps a short name before the sign", () => {
    const address = evaluated(textSample(field("email", { minLength: 200, maxLength: 254 })), 3);
    expect(address.split("@")[0]).toBe("person-3");
  });

  test("the values just outside the limits are one character off", () => {
    expect(lengthBreaches(field("str", { minLength: 3, maxLength: 5 }))).toEqual(['"xx"', '"x" * 6']);
  });
});

describe("samples of numbers", () => {
  test("whole numbers stay within narrow, one-sided and negative limits", () => {
    expect(integerSample(field("int", { minimum: 7, maximum: 7 }))).toMatchObject({ expression: "7", capacity: 1 });
    expect(integerSample(field("int", { minimum: -1, maximum: 0 })).expression).toBe("n % 2 - 1");
    expect(integerSample(field("int", { maximum: -100 })).expression).toBe("n - 109");
    expect(integerSample(field("int")).outside).toEqual([]);
  });

  test("limits of decimals between two steps are rounded to the inside", () => {
    const range = decimalRange(field("decimal", { minimum: 0.005, maximum: 1.999, places: 2 }));
    expect([range.low, range.high]).toEqual([1n, 199n]);
    const below = decimalRange(field("decimal", { minimum: -1.999, maximum: -0.005, places: 2 }));
    expect([below.low, below.high]).toEqual([-199n, -1n]);
  });

  test("decimals carry exactly their places, so that they read back as they were sent", () => {
    expect(decimalSample(field("decimal", { digits: 10, places: 2, minimum: 0 })).value).toBe('Decimal("0.00") + n');
    expect(decimalSample(field("decimal", { digits: 2, places: 2 })).value).toContain('Decimal("0.01")');
  });
});

describe("samples of a resource", () => {
  test("every type of field has samples and values that must be refused", () => {
    for (const type of FIELD_TYPES) {
      const sample = sampleOf(field(type, type === "enum" ? { values: ["one", "two"] } : {}), "RoomCode");
      expect(sample.refused.length).toBeGreaterThan(0);
      expect(sample.capacity).toBeGreaterThan(1);
    }
  });

  test("tests change a field that is not unique where there is one", () => {
    const unique = field("str", { name: "code", unique: true, maxLength: 9 });
    expect(changedField(resource(unique, field("bool", { name: "open" })))).toBe("open");
    expect(changedField(resource(unique))).toBe("code");
  });

  test("limits are tested only where the domain can refuse something", () => {
    expect(hasLimits(resource(field("bool")))).toBe(false);
    expect(hasLimits(resource(field("str")))).toBe(true);
  });

  test("a unique field named like a parameter of every list cannot narrow it", () => {
    const named = (name: string) => field("uuid", { name, unique: true });
    expect(filterNames(resource(named("limit"), named("badge")))).toEqual(["badge"]);
  });

  test("the ways through a lifecycle are the shortest ones", () => {
    const ways = shortestWays({
      states: ["held", "confirmed", "closed", "lost"],
      transitions: [
        { name: "confirm", from: ["held"], to: "confirmed" },
        { name: "close", from: ["confirmed"], to: "closed" },
        { name: "abandon", from: ["held", "confirmed"], to: "closed" },
      ],
    });
    expect([...ways]).toEqual([
      ["held", []],
      ["confirmed", ["confirm"]],
      ["closed", ["abandon"]],
    ]);
  });
});
