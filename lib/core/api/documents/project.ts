import { z } from "zod";
import { PHASES } from "../../blueprint/define-artifact.ts";
import { CHECK_IDS, SANDBOXES } from "../../checks/check.ts";
import { PROMPT_FORMS } from "../../view/prompt-view.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const verdictStates = z.enum(["acceptable", "needs-revision", "waiting"]);

const revision = z
  .string()
  .describe(
    "Names this state. The ETag begins with it; If-Match takes it, in double quotes, where you change something.",
  );

const draftSchema = z
  .object({
    number: z.int(),
    sha256,
    source: z.enum(["template", "edit", "agent", "repair", "paste"]).describe("Where the text came from."),
  })
  .meta({ id: "Draft" });

const taskLine = {
  id: z.string().describe("TASK-001: its place in the plan; it moves when the plan is reordered."),
  path: z.string().describe("The file, relative to the repository: the name that stays."),
  purpose: z.string(),
  phase: z.enum(PHASES),
  effort: z.enum(["trivial", "simple", "moderate", "complex"]),
  status: z.enum(["open", "accepted", "stale", "deferred", "removed"]).describe("Where people stand with it."),
  dependencies: z.array(z.string()).describe("Paths of the files this one builds on."),
  unfinished: z.boolean().describe("The text is a built-in stub, or there is none: somebody has to write it."),
  draft: draftSchema.nullable().describe("The newest text; null while there is none."),
  verdict: verdictStates.nullable().describe("What the checks say of that text; null before they were asked for."),
  revision,
};

/** Which tasks a list holds. */
export const taskChoice = z
  .enum(["all", "to-write"])
  .default("all")
  .describe("to-write: only files that somebody has to write or mend: unfinished, or with a check that failed.");
export type TaskChoice = z.infer<typeof taskChoice>;

export const projectTasksSchema = z
  .object({
    project: z.string(),
    approved: z.boolean().describe("Whether a person has approved this plan; before that no draft is taken."),
    revision,
    ended: z.boolean().describe("Whether a person has ended generation; then no draft is taken either."),
    tasks: z.array(z.object(taskLine).meta({ id: "ProjectTask" })),
  })
  .meta({ id: "ProjectTasks" });

const findingSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    mend: z.string().optional().describe("What to do about it."),
    line: z.int().optional().describe("From 1."),
    column: z.int().optional(),
    severity: z.enum(["critical", "blocking", "advisory"]).optional(),
  })
  .meta({ id: "CheckFinding" });

export const checksDocumentSchema = z
  .object({
    task: z.string(),
    path: z.string(),
    revision,
    sha256: sha256.describe("The text that was judged; accepting names it."),
    verdict: z.object({
      state: verdictStates,
      accept: z.enum(["yes", "acknowledged", "no"]).describe("acknowledged: a person may, with a written reason."),
      because: z.string(),
    }),
    pending: z.boolean().describe("Some checks were asked for and have not run yet: ask again, or wait."),
    sandbox: z.enum(SANDBOXES).describe("docker: a container; embedded: reads the text and never runs it."),
    outcomes: z.array(
      z
        .object({
          check: z.enum(CHECK_IDS),
          status: z.enum(["pass", "partial", "fail", "skipped", "pending"]),
          reason: z.string().optional().describe("Why, when skipped, partial or pending."),
          findings: z.array(findingSchema),
          tool: z.string(),
          sandbox: z.enum(SANDBOXES).optional(),
          counts: z.object({ passed: z.int(), failed: z.int(), skipped: z.int() }).optional(),
          ended: z.string().optional().describe("How the sandbox ended a check that did not end by itself."),
        })
        .meta({ id: "CheckOutcome" }),
    ),
  })
  .meta({ id: "TaskChecks" });

export const projectTaskSchema = z
  .object({
    ...taskLine,
    requirements: z.array(z.string()),
    contract: z.string().nullable().describe("The public names and signatures the file must have, as Python."),
    checks: z.array(z.object({ id: z.enum(CHECK_IDS), label: z.string(), severity: z.string(), explain: z.string() })),
    change_requests: z.array(z.string()).describe("What people asked to change, oldest first."),
    failures: z.array(findingSchema.extend({ check: z.string() })).describe("What failed in the newest text."),
    text: z.string().nullable().describe("The newest text of the file."),
    prompts: z
      .partialRecord(z.enum(PROMPT_FORMS), z.string())
      .describe("The self-contained sub-prompt, in the forms that were asked for."),
  })
  .meta({ id: "ProjectTaskDetail" });

export const designDocumentSchema = z
  .object({
    project: z.string(),
    revision,
    repository_name: z.string(),
    package_name: z.string(),
    tier: z.int(),
    python: z.string().describe("The oldest Python the code must run on."),
    answers: z.record(z.string(), z.unknown()).describe("Every answer, as in the answers file."),
    files: z.array(z.object({ path: z.string(), purpose: z.string() })).describe("The repository as planned."),
  })
  .meta({ id: "ProjectDesign" });

/** A text for a task. */
export const draftInputSchema = z
  .strictObject({
    text: z.string().describe("The whole content of the file."),
    reason: z.string().max(500).optional().describe("What this version is about, for the history."),
  })
  .meta({ id: "DraftInput" });

export const draftReceiptSchema = z
  .object({
    task: z.string(),
    path: z.string(),
    number: z.int().describe("Which draft of this task it is."),
    sha256: sha256.describe("Of the text as it was kept, which ends with a newline."),
    created: z.boolean().describe("False when the newest draft has this very text: nothing was added."),
  })
  .meta({ id: "DraftReceipt" });

export const acceptInputSchema = z
  .strictObject({ sha256: sha256.describe("Of the text whose checks you have read.") })
  .meta({ id: "AcceptInput" });

export const acceptedDocumentSchema = z
  .object({ task: z.string(), path: z.string(), sha256, status: z.literal("accepted") })
  .meta({ id: "Accepted" });

export type ProjectTasks = z.infer<typeof projectTasksSchema>;
export type ProjectTask = z.infer<typeof projectTaskSchema>;
export type TaskChecks = z.infer<typeof checksDocumentSchema>;
export type DesignDocument = z.infer<typeof designDocumentSchema>;
export type DraftReceipt = z.infer<typeof draftReceiptSchema>;
export type AcceptedDocument = z.infer<typeof acceptedDocumentSchema>;
