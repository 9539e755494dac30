import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveFacts, type FactInput } from "./facts.ts";
import { applyChanges, predict, predictFix } from "./predict.ts";
import { anyAnswers, sampleAnswers } from "./random-answers.fixture.ts";
import { type Finding, review } from "./review.ts";
import { changes } from "./rule.ts";
import book from "./rule-book.fixture.json" with { type: "json" };
import { ruleById } from "./rules/index.ts";

const UNCOVERED_BY_DEPLOYING = ["RI05", "RI06", "RI07", "RI18"];
const UNCOVERED_BY_RAISING_THE_TIER = ["CO01", "CO06", "CO18", "CO21", "CO23", "MA11", "MA22", "RI07", "RI19"];
const HEAVY_FOR_A_SMALL_TIER = ["CL19", "MA24", "RI02", "RI03", "RI14", "RI18"];

/**
 * Fixes that can lower the total, and the rules that take the points: what an open or contradictory answer kept hidden
 * is judged as soon as it is answered. The prediction shows the loss before the fix is taken.
 */
const MAY_LOWER: Record<string, string[]> = {
  // A place to run brings the demands of running there: secrets, logs, a supported interpreter, a lock.
  CO01: UNCOVERED_BY_DEPLOYING,
  CO18: UNCOVERED_BY_DEPLOYING,
  RI21: UNCOVERED_BY_DEPLOYING,
  // Tier 3 demands what tiers 1 and 2 do not; coming down from 5 loses the strengths of 5.
  CL12: [...UNCOVERED_BY_RAISING_THE_TIER, "MA13", "EX14"],
  RI25: [...UNCOVERED_BY_RAISING_THE_TIER, "MA13", "EX14"],
  EX13: UNCOVERED_BY_RAISING_THE_TIER,
  MA23: ["EX14"],
  // A public audience is judged as one.
  CL17: ["CO16", "EX10", "RI04", "RI09"],
  CO03: ["RI04"],
  // Flask and Graphene fit synchronous code, which a large external API outgrows.
  CO02: ["EX05"],
  // A Dockerfile counts as heavy on tiers 1 and 2, and needs a lock everywhere.
  CO08: HEAVY_FOR_A_SMALL_TIER,
  CO09: HEAVY_FOR_A_SMALL_TIER,
};

/** Rules that newly take points, and strengths that went. */
function uncovered(before: readonly Finding[], after: readonly Finding[]): string[] {
  const missingFrom = (findings: readonly Finding[], { id }: Finding) => !findings.some((other) => other.id === id);
  const taken = after.filter((finding) => finding.points < 0 && missingFrom(before, finding));
  const lost = before.filter((finding) => finding.points > 0 && missingFrom(after, finding));
  return [...taken, ...lost].map(({ id }) => id);
}

const CASES = sampleAnswers(4000).flatMap((input) =>
  ([1, 2] as const).map((checkpoint) => ({ input, checkpoint, findings: review(input, checkpoint).findings })),
);

describe("taking a fix", () => {
  it("makes its rule silent", () => {
    for (const { input, findings } of CASES) {
      for (const { id, changes } of findings) {
        if (changes)
          expect(ruleById(id).when(deriveFacts(applyChanges(input, changes))), `${id} ${JSON.stringify(changes)}`).toBe(
            false,
          );
      }
    }
  });

  it("never lowers the total, but for the listed fixes and for the listed reasons", () => {
    const lowering = new Set<string>();
    for (const { input, checkpoint, findings } of CASES) {
      for (const finding of findings.filter(({ level }) => level !== "good")) {
        if (predictFix(input, checkpoint, finding).delta >= 0) continue;
        lowering.add(finding.id);
        const after = review(applyChanges(input, finding.changes ?? []), checkpoint).findings;
        const reasons = uncovered(findings, after).filter((id) => MAY_LOWER[finding.id]?.includes(id));
        expect(reasons, `${finding.id} ${JSON.stringify(finding.changes)}`).not.toEqual([]);
      }
    }
    expect([...lowering].sort()).toEqual(Object.keys(MAY_LOWER).sort());
  });
});

describe("a prediction", () => {
  const overEngineered = book.examples.find(({ name }) => name.startsWith("F"))?.answers as unknown as FactInput;
  const findingOf = (id: string) => review(overEngineered, 2).findings.find((finding) => finding.id === id) as Finding;

  it("tells how much dropping the extras of an over-engineered prototype gains", () => {
    const finding = findingOf("RI03");
    expect(predictFix(overEngineered, 2, finding)).toEqual({ total: 20, delta: 5.5, certainty: "exact" });
    expect(review(applyChanges(overEngineered, finding.changes ?? []), 2).total).toBe(20);
  });

  it("gives the least gain where only a person can write the fix", () => {
    expect(predictFix(overEngineered, 2, findingOf("CL05"))).toEqual({ total: 15.5, delta: 1, certainty: "at-least" });
  });

  it("renames answers the rule book calls otherwise", () => {
    expect(
      applyChanges(overEngineered, changes({ configuration: "env", readme_languages: [], api: "none" })),
    ).toMatchObject({ config: "env", readme_langs: [], api: "none" });
  });

  it("of no change at all changes nothing", () => {
    fc.assert(fc.property(anyAnswers, (input) => predict(input, 2, []).delta === 0));
  });
});
