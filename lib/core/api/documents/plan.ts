import { z } from "zod";
import type { Blueprint } from "../../blueprint/blueprint.ts";
import { contractOf } from "../../blueprint/contract-of.ts";
import { contractText } from "../../blueprint/contract-text.ts";
import { PHASES } from "../../blueprint/define-artifact.ts";
import { CHECK_IDS, checksFor } from "../../checks/check.ts";

const taskSchema = z
  .object({
    id: z.string().regex(/^TASK-\d{3,}$/),
    path: z.string(),
    phase: z.enum(PHASES),
    purpose: z.string(),
    dependencies: z.array(z.string()).describe("Paths of the files this one builds on."),
    effort: z.enum(["trivial", "simple", "moderate", "complex"]),
    because: z.array(z.string()).describe("The decisions that cause the file, most telling first."),
    contract: z.string().nullable().describe("The public names that the file must have, as Python."),
    checks: z.array(z.enum(CHECK_IDS)),
    template: z.boolean().describe("Whether there is a built-in draft."),
    unfinished: z.boolean().describe("The built-in draft is a stub that says so."),
    gap: z.string().optional().describe("Why there is no built-in draft."),
  })
  .meta({ id: "Task" });

const gapSchema = z.object({ decision: z.string(), chosen: z.string(), message: z.string() }).meta({ id: "Gap" });

export const planSchema = z
  .object({
    tasks: z.array(taskSchema).describe("One for each file, in the order of work."),
    gaps: z.array(gapSchema).describe("Decisions whose chosen option has no template yet."),
  })
  .meta({ id: "Plan" });

/** The tasks in order, and what has no template yet. */
export function planDocument({ tasks, gaps }: Blueprint): z.infer<typeof planSchema> {
  return {
    tasks: tasks
      .map((task) => ({ ...task, contract: contractOf(task) }))
      .map(({ id, path, phase, purpose, after, effort, because, contract, sha256, unfinished, gap }) => ({
        id,
        path,
        phase,
        purpose,
        dependencies: after,
        effort,
        because: [...because],
        contract: contract ? contractText(contract) : null,
        checks: checksFor(path).map((check) => check.id),
        template: sha256 !== null,
        unfinished,
        ...(gap ? { gap } : {}),
      })),
    gaps: gaps.map(({ decision, chosen, message }) => ({ decision, chosen, message })),
  };
}
