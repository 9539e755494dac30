import { z } from "zod";
import { TEXT_LENGTHS } from "../text-lengths.ts";
import { ASKED_STAGES, STAGE_DECISIONS } from "./index.ts";

/** Written reasons by decision, as `architecture.logging`: for what lies over the ceiling or against a suggestion. */
const reasonsSchema = z.record(z.string(), z.string().min(1).max(TEXT_LENGTHS.reason));

/** The schema of the shape of an answers document, built from the catalog. */
export function answersSchema(): z.ZodType {
  const stages = ASKED_STAGES.map((stage) => {
    const shape = STAGE_DECISIONS[stage].map((decision) => {
      const described = decision.schema.describe(`${decision.ask} ${decision.why}`.trim());
      const open = decision.presence !== "required" || decision.whenUnanswered !== undefined;
      return [decision.id, open ? described.optional() : described] as const;
    });
    const object = z.strictObject(Object.fromEntries(shape));
    return [stage, shape.every(([, schema]) => schema.isOptional()) ? object.optional() : object] as const;
  });
  return z.strictObject({
    plumbline: z.literal(1),
    ...Object.fromEntries(stages),
    reasons: reasonsSchema.optional(),
  });
}

/** JSON Schema (2020-12) of an answers document; grammars of names and clashes are checked by `parseAnswers` alone. */
export const answersJsonSchema = (): Record<string, unknown> =>
  z.toJSONSchema(answersSchema()) as Record<string, unknown>;
