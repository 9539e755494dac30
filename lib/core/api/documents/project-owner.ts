import { z } from "zod";
import { TEXT_LENGTHS } from "../../text-lengths.ts";
import { problemSchema } from "../problem.ts";

const revision = z.string().describe("Names this state. The ETag begins with it.");

export const projectAnswersSchema = z
  .object({
    project: z.string(),
    revision,
    complete: z.boolean().describe("Whether they make a design."),
    answers: z.looseObject({}).describe("The answers file as it stands."),
    problems: z.array(problemSchema).describe("What still keeps them from making a design."),
  })
  .meta({ id: "ProjectAnswers" });

/** Answers one request may change. */
const MOST_CHANGES = 100;

export const answersChangeSchema = z
  .strictObject({
    changes: z
      .record(z.string().max(200), z.unknown())
      .refine((changes) => Object.keys(changes).length <= MOST_CHANGES, `At most ${MOST_CHANGES} answers at once.`)
      .describe("New values by path, as in features.api. null takes an answer back."),
    reasons: z
      .record(z.string().max(200), z.string().max(TEXT_LENGTHS.reason))
      .optional()
      .describe("Why, by path, where an answer deviates from the suggestion."),
  })
  .meta({ id: "AnswersChange" });

export const projectEventsSchema = z
  .object({
    project: z.string(),
    revision,
    events: z.array(
      z
        .object({
          version: z.int().describe("Of the project after it."),
          at: z.string(),
          by: z.object({ kind: z.enum(["owner", "reviewer", "agent", "system"]), name: z.string() }),
          event: z.looseObject({ type: z.string() }).describe("What happened; its fields depend on the type."),
        })
        .meta({ id: "ProjectEvent" }),
    ),
  })
  .meta({ id: "ProjectEvents" });

export const planApprovalSchema = z
  .object({ project: z.string(), revision, approved: z.literal(true) })
  .meta({ id: "PlanApproval" });

export type ProjectAnswers = z.infer<typeof projectAnswersSchema>;
export type ProjectEvents = z.infer<typeof projectEventsSchema>;
export type PlanApproval = z.infer<typeof planApprovalSchema>;
