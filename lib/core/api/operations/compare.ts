import { z } from "zod";
import { type Answers, parseAnswers } from "../../catalog/answers.ts";
import { examples } from "../../catalog/examples.ts";
import { shaped } from "../../catalog/shape.ts";
import { both, type Sides } from "../../compare/sides.ts";
import { err, ok, type Result } from "../../result.ts";
import { comparisonSchema } from "../documents/compare.ts";
import { defineOperation } from "../operation.ts";
import { answersDocumentSchema } from "./answers-body.ts";

const body = z.strictObject({ left: z.unknown(), right: z.unknown() });

/** Reads two complete answers documents; each problem says which side it is on. */
export function readTwoDesigns(json: unknown): Result<Sides<Answers>> {
  const shape = shaped(body, json, "");
  if (!shape.ok) return shape;
  const { left, right } = both(shape.value as Sides<unknown>, parseAnswers);
  if (left.ok && right.ok) return ok({ left: left.value, right: right.value });
  return err(
    Object.entries({ left, right }).flatMap(([side, read]) =>
      read.ok
        ? []
        : read.error.map((problem) => ({ ...problem, path: [side, problem.path].filter(Boolean).join(".") })),
    ),
  );
}

export const compareAnswers = defineOperation({
  id: "compareAnswers",
  method: "post",
  path: "/api/v1/compare",
  title: "What two designs have in common, and what not",
  description:
    "Decisions, tier, scores with the findings behind them, files and packages. Swapping the sides swaps every left and right. With patch=true also a patch for git apply that turns the left repository into the right one.",
  group: "Designs",
  query: z.strictObject({
    patch: z
      .enum(["true", "false"])
      .default("false")
      .transform((text) => text === "true")
      .describe("Whether the patch is wanted too."),
  }),
  body: {
    schema: z
      .strictObject({ left: answersDocumentSchema, right: answersDocumentSchema })
      .meta({ id: "TwoDesigns", description: "Two complete answers documents." }),
    example: { left: examples[0]?.answers, right: examples[1]?.answers },
    read: readTwoDesigns,
  },
  answer: { mediaType: "application/json", description: "The comparison.", schema: comparisonSchema },
  curl: `-s --json "{\\"left\\": $(cat left.json), \\"right\\": $(cat right.json)}" {origin}/api/v1/compare`,
});
