import { z } from "zod";
import type { Problem } from "../../result.ts";
import { problemSchema } from "../problem.ts";

export const checkSchema = z
  .object({ problems: z.array(problemSchema).describe("Every fault of the answers; empty when they are right.") })
  .meta({ id: "Check" });

/** What a check of an answers document found. */
export const checkDocument = (problems: readonly Problem[]): z.infer<typeof checkSchema> => ({
  problems: [...problems],
});
