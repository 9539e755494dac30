import { z } from "zod";
import { GROUPS } from "../../blueprint/documents/dependencies.ts";
import type { DesignComparison } from "../../compare/compare-designs.ts";
import { BANDS, type BandId } from "../../critic/bands.ts";
import { DIMENSION_MAX, DIMENSIONS, type DimensionId } from "../../critic/dimensions.ts";
import { LEVELS } from "../../critic/rule.ts";

/** The two sides of one fact. */
const sides = <T extends z.ZodType>(side: T) => ({ left: side, right: side });

const dimension = z.enum(DIMENSIONS.map(({ id }) => id) as [DimensionId, ...DimensionId[]]);

const answerSide = z.object({
  value: z.unknown().describe("As in the answers document; null where there is none."),
  words: z.string().describe("Labels instead of ids."),
  reason: z.string().nullable().describe("The written reason, where one was given."),
});

const scoreSide = z.object({
  total: z.number().min(0),
  band: z.enum(BANDS.map(({ id }) => id) as [BandId, ...BandId[]]),
  dimensions: z.array(z.object({ id: dimension, score: z.number().min(0).max(DIMENSION_MAX) })),
});

const findingSide = z.object({
  level: z.enum(LEVELS),
  points: z.number(),
  message: z.string(),
  evidence: z.array(z.object({ fact: z.string(), label: z.string(), value: z.unknown() })),
});

export const comparisonSchema = z
  .object({
    same: z.boolean().describe("The same answers, the same reasons, the same bytes."),
    decisions: z
      .array(
        z.object({
          path: z.string(),
          label: z.string(),
          stage: z.string(),
          ...sides(answerSide),
          details: z
            .array(z.object({ at: z.string(), ...sides(z.string().nullable()) }))
            .describe("Of answers of many parts: which parts differ."),
        }),
      )
      .describe("Decisions that are answered differently, or for different reasons."),
    reasons: z
      .array(z.object({ id: z.string(), ...sides(z.string().nullable()) }))
      .describe("Reasons for going on in spite of a finding, where they differ."),
    tier: z.object(sides(z.object({ tier: z.int().min(1).max(6), assumed: z.boolean() }))),
    score: z
      .object({ checkpoint: z.literal([1, 2]), ...sides(scoreSide.nullable()) })
      .describe("Both judged at the same checkpoint."),
    findings: z
      .array(z.object({ id: z.string(), dimension, ...sides(findingSide.nullable()) }))
      .describe("Findings that only one side has, or that rest on other answers; heaviest first."),
    files: z
      .array(z.object({ path: z.string(), ...sides(z.int().nullable()) }))
      .describe(
        "Files that differ, with the number of lines that only this side has; null where there is no such file.",
      ),
    sameFiles: z.int(),
    dependencies: z
      .array(z.object({ name: z.string(), group: z.enum(["runtime", ...GROUPS]), ...sides(z.string().nullable()) }))
      .describe("Packages that only one side asks for, or asks for otherwise."),
    assumed: z.object(sides(z.array(z.string()))).describe("Answers that nobody gave; none in complete documents."),
    gaps: z.object(sides(z.array(z.string()))).describe("What has no template yet."),
    patch: z.string().optional().describe("For git apply: turns the left repository into the right one."),
  })
  .meta({ id: "Comparison" });

/** The comparison as every entry point gives it. */
export const comparisonDocument = (comparison: DesignComparison, patch?: string): z.infer<typeof comparisonSchema> => ({
  ...comparison,
  ...(patch === undefined ? {} : { patch }),
});
