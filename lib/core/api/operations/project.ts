import { z } from "zod";
import { PROMPT_FORMS } from "../../view/prompt-view.ts";
import {
  acceptedDocumentSchema,
  acceptInputSchema,
  checksDocumentSchema,
  designDocumentSchema,
  draftInputSchema,
  draftReceiptSchema,
  projectTaskSchema,
  projectTasksSchema,
  taskChoice,
} from "../documents/project.ts";
import { bodyOf, defineOperation } from "../operation.ts";
import { at, curl, mediaType, project } from "./of-project.ts";

const group = "Projects";
const grant = "any" as const;
const json = {
  mediaType,
  headers: { ETag: "Send it back as If-None-Match, or as If-Match with a change of the same thing." },
};
const ofTask = { of: "task" } as const;
const task = z
  .string()
  .transform(decoded)
  .describe("A task by its id (TASK-007), or by the path of its file with / as %2F. The path is the name that stays.");

/** A path comes with its slashes encoded, so that it is one part of the address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Seconds a request may wait for checks. */
export const LONGEST_WAIT = 30;

export const listProjectTasks = defineOperation({
  id: "listProjectTasks",
  method: "get",
  path: `${at}/tasks`,
  title: "The tasks of a project",
  description: "One for each file of the approved plan, in the order of work, with where each stands.",
  group,
  grant,
  params: z.strictObject({ project }),
  query: z.strictObject({ only: taskChoice }),
  answer: { ...json, description: "The tasks.", schema: projectTasksSchema },
  curl: curl("/tasks"),
});

export const getProjectTask = defineOperation({
  id: "getProjectTask",
  method: "get",
  path: `${at}/tasks/{task}`,
  title: "One task with all that is needed to write its file",
  description: "Contract, sub-prompt, requirements, what people asked to change, what failed, and the newest text.",
  group,
  grant,
  params: z.strictObject({ project, task }),
  query: z.strictObject({
    form: z.enum(PROMPT_FORMS).optional().describe("Only this form of the sub-prompt; without it, all of them."),
  }),
  answer: { ...json, description: "The task.", schema: projectTaskSchema },
  curl: curl("/tasks/TASK-001?form=generic"),
});

export const submitProjectDraft = defineOperation({
  id: "submitProjectDraft",
  method: "post",
  path: `${at}/tasks/{task}/drafts`,
  title: "Submit a text for a task",
  description:
    "Keeps the whole file as the next draft and asks for its checks. The same text as the newest draft adds nothing. The body may also be the file itself as text/plain.",
  group,
  grant,
  ifMatch: ofTask,
  params: z.strictObject({ project, task }),
  body: {
    ...bodyOf(draftInputSchema, { text: "value = 1\n", reason: "First version" }),
    plain: (text) => ({ text }),
  },
  answer: { mediaType, description: "What was kept.", schema: draftReceiptSchema },
  problems: ["conflict"],
  curl: curl("/tasks/TASK-001/drafts", "-H 'Content-Type: text/plain' --data-binary @file.py "),
});

export const getProjectChecks = defineOperation({
  id: "getProjectChecks",
  method: "get",
  path: `${at}/tasks/{task}/checks`,
  title: "What the checks say of a task",
  description: "Outcomes and verdict of the newest text. With wait, the answer comes when nothing is pending any more.",
  group,
  grant,
  params: z.strictObject({ project, task }),
  query: z.strictObject({
    wait: z.coerce
      .number()
      .int()
      .min(0)
      .max(LONGEST_WAIT)
      .default(0)
      .describe(`Seconds to wait for checks that are pending, at most ${LONGEST_WAIT}.`),
  }),
  answer: { ...json, description: "The checks.", schema: checksDocumentSchema },
  problems: ["conflict"],
  curl: curl("/tasks/TASK-001/checks?wait=30"),
});

export const getProjectDesign = defineOperation({
  id: "getProjectDesign",
  method: "get",
  path: `${at}/design`,
  title: "The design of a project",
  description: "Every answer, and the files of the repository as planned.",
  group,
  grant,
  params: z.strictObject({ project }),
  answer: { ...json, description: "The design.", schema: designDocumentSchema },
  problems: ["conflict"],
  curl: curl("/design"),
});

export const acceptProjectTask = defineOperation({
  id: "acceptProjectTask",
  method: "post",
  path: `${at}/tasks/{task}/accept`,
  title: "Accept a task whose checks have all passed",
  description:
    "Only with a grant that allows it, only the text whose hash is named, and only when every check ran and passed.",
  group,
  grant,
  ifMatch: ofTask,
  params: z.strictObject({ project, task }),
  body: bodyOf(acceptInputSchema, { sha256: "0".repeat(64) }),
  answer: { mediaType, description: "It is accepted.", schema: acceptedDocumentSchema },
  problems: ["conflict", "not-allowed"],
  curl: curl("/tasks/TASK-001/accept", `--json '{"sha256":"..."}' `),
});
