import { z } from "zod";
import { BANDS, type BandId } from "../../critic/bands.ts";
import { DIMENSION_MAX, DIMENSIONS, type DimensionId } from "../../critic/dimensions.ts";
import type { Review } from "../../critic/review.ts";
import { LEVELS } from "../../critic/rule.ts";

const dimension = z.enum(DIMENSIONS.map(({ id }) => id) as [DimensionId, ...DimensionId[]]);

const findingSchema = z
  .object({
    id: z.string().describe("The rule that fired."),
    dimension,
    points: z.number().describe("What it adds to or takes from its dimension."),
    level: z.enum(LEVELS),
    message: z.string(),
    fix: z.string().nullable().describe("What to do; null for a strength."),
    evidence: z.array(
      z.object({
        fact: z.string(),
        value: z.unknown().describe("What the answers say."),
        decisions: z.array(z.string()).describe("The decisions it comes from."),
      }),
    ),
  })
  .meta({ id: "Finding" });

export const reviewSchema = z
  .object({
    checkpoint: z.literal([1, 2]),
    scores: z.record(dimension, z.number().min(0).max(DIMENSION_MAX)),
    total: z
      .number()
      .min(0)
      .max(DIMENSION_MAX * DIMENSIONS.length),
    band: z.enum(BANDS.map(({ id }) => id) as [BandId, ...BandId[]]),
    findings: z.array(findingSchema).describe("Heaviest first, strengths last."),
  })
  .meta({ id: "Review" });

/** The critic's review as every entry point gives it. */
export function reviewDocument(review: Review): z.infer<typeof reviewSchema> {
  return {
    checkpoint: review.checkpoint,
    scores: Object.fromEntries(review.dimensions.map(({ id, score }) => [id, score])) as Record<DimensionId, number>,
    total: review.total,
    band: review.band,
    findings: review.findings.map(({ id, dimension, points, level, message, fix, evidence }) => ({
      id,
      dimension,
      points,
      level,
      message,
      fix,
      evidence: evidence.map(({ fact, value, decisions }) => ({ fact, value, decisions: [...decisions] })),
    })),
  };
}
