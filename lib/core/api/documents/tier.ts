import { z } from "zod";
import type { Answers } from "../../catalog/answers.ts";
import { suggestTier } from "../../design/tier.ts";

const tier = z.int().min(1).max(6);

export const tierSchema = z
  .object({
    chosen: tier.describe("The tier that the answers name."),
    tier: tier.describe("The tier that the answers suggest."),
    confidence: z.number().min(0).max(1).describe("How far it leads, in hundredths."),
    ranking: z.array(z.object({ tier, score: z.number() })).describe("All six tiers, best first."),
    signals: z
      .array(z.object({ text: z.string(), answer: z.string(), tier, weight: z.number() }))
      .describe("Every reason; text completes “because …”."),
    close: z.boolean().describe("Too close to call: answers to extraQuestions would tell."),
    extraQuestions: z.array(z.string()),
  })
  .meta({ id: "Tier" });

/** The suggested tier beside the chosen one. */
export function tierDocument(answers: Answers): z.infer<typeof tierSchema> {
  const { ranking, signals, extraQuestions, ...rest } = suggestTier(answers);
  return {
    chosen: answers.intake.tier,
    tier: rest.tier,
    confidence: rest.confidence,
    ranking: [...ranking],
    signals: [...signals],
    close: rest.close,
    extraQuestions: [...extraQuestions],
  };
}
