import { describe, expect, it } from "vitest";
import { overCeiling, PATTERNS, standingAt } from "./ceiling.ts";
import { buyOrBuild, GROWTH_PATH, growthFrom, TIERS, tierFacts } from "./tiers.ts";

describe("the tiers", () => {
  it("are six, in order, each found by its number", () => {
    expect(TIERS.map(({ tier }) => tierFacts(tier).tier)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("grow from 2 to 5 without a gap", () => {
    expect(GROWTH_PATH.map(({ from, to }) => [from, to])).toEqual([
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
    expect([1, 5, 6].map((tier) => growthFrom(tier as 1 | 5 | 6))).toEqual([null, null, null]);
  });

  it("advise to buy up to tier 3", () => {
    expect(TIERS.filter(({ tier }) => buyOrBuild(tier).length > 0).map(({ tier }) => tier)).toEqual([1, 2, 3]);
  });
});

describe("the ceiling", () => {
  it("never comes down again as the tier rises", () => {
    for (const pattern of Object.keys(PATTERNS) as (keyof typeof PATTERNS)[]) {
      const over = ([1, 2, 3, 4, 5] as const).map((tier) => overCeiling(pattern, tier) !== null);
      expect(over, pattern).toEqual([...over].sort().reverse());
    }
  });

  it("says what is too much and from where it pays", () => {
    expect(overCeiling("cqrs", 3)).toBe(
      "CQRS is more than tier 3 (MVP) needs; it starts to pay at tier 5 (Enterprise).",
    );
    expect(overCeiling("repository_class", 3)).toBeNull();
    expect(standingAt("message_queue", 5)).toBe("required");
    expect([standingAt("hexagonal", 6), overCeiling("hexagonal", 6)]).toEqual([null, null]);
  });
});
