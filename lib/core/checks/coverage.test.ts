import fc from "fast-check";
import { expect, test } from "vitest";
import { coverageSchema, coverageWords, coveredPercent, isMeasured } from "./coverage.ts";

const counts = fc
  .tuple(
    fc.nat(5000),
    fc.nat(5000),
    fc.float({ min: 0, max: 1, noNaN: true }),
    fc.float({ min: 0, max: 1, noNaN: true }),
  )
  .map(([statements, branches, some, more]) => ({
    statements,
    covered: Math.floor(statements * some),
    branches,
    coveredBranches: Math.floor(branches * more),
  }));

test("what is shown is never more than what ran, and all of it only when all ran", () => {
  fc.assert(
    fc.property(counts, (of) => {
      const shown = Number.parseFloat(coverageWords(of));
      expect(shown).toBeLessThanOrEqual(coveredPercent(of));
      expect(coveredPercent(of) - shown).toBeLessThan(0.1 + 1e-9);
      expect(shown === 100).toBe(of.covered === of.statements && of.coveredBranches === of.branches);
    }),
  );
});

test("a figure that is no figure is refused", () => {
  const total = { statements: 1, covered: 1, branches: 0, coveredBranches: 0 };
  const figure = { tool: "coverage 7", branch: false, floor: null, total, files: [] };
  expect(coverageSchema.safeParse(figure).success).toBe(true);
  for (const wrong of [{ ...figure, total: { ...total, covered: -1 } }, { ...figure, files: null }, {}, null, "100 %"])
    expect(coverageSchema.safeParse(wrong).success).toBe(false);
  expect(isMeasured({ reason: "no tests" })).toBe(false);
});
