import { z } from "zod";
import { isAsked } from "../../catalog/access.ts";
import { ASKED_STAGES, type AskedStage, STAGE_DECISIONS } from "../../catalog/index.ts";

const optionSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    summary: z.string(),
    choose_when: z.string(),
    costs: z.string(),
    changes: z.string(),
  })
  .meta({ id: "Option" });

const decisionSchema = z
  .object({
    id: z.string().describe("Key of the answer within its stage."),
    kind: z.enum([
      "choice",
      "choices",
      "number-choice",
      "toggle",
      "text",
      "list",
      "resources",
      "modules",
      "paths",
      "guided",
    ]),
    label: z.string(),
    ask: z.string(),
    why: z.string(),
    presence: z.enum(["required", "optional", "conditional"]),
    asked_from_the_start: z.boolean(),
    options: z.array(optionSchema).optional(),
  })
  .meta({ id: "Decision" });

export const catalogSchema = z
  .array(z.object({ stage: z.enum(ASKED_STAGES), decisions: z.array(decisionSchema) }))
  .meta({ id: "Catalog", description: "Every question by stage, in the order it is asked." });

/** The questions as data; of one stage, or all. */
export function catalogDocument(stage?: AskedStage): z.infer<typeof catalogSchema> {
  return ASKED_STAGES.filter((one) => stage === undefined || one === stage).map((one) => ({
    stage: one,
    decisions: STAGE_DECISIONS[one].map((decision) => ({
      id: decision.id,
      kind: decision.kind,
      label: decision.label,
      ask: decision.ask,
      why: decision.why,
      presence: decision.presence,
      asked_from_the_start: isAsked(decision, {}),
      ...("options" in decision
        ? {
            options: decision.options.map(({ id, label, summary, chooseWhen, costs, changes }) => ({
              id,
              label,
              summary,
              choose_when: chooseWhen,
              costs,
              changes,
            })),
          }
        : {}),
    })),
  }));
}
