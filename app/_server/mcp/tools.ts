import type { ToolAnnotations } from "@modelcontextprotocol/server";
import { z } from "zod";
import { filesDocumentSchema } from "#lib/core/api/documents/files.ts";
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
} from "#lib/core/api/documents/project.ts";
import { LONGEST_WAIT } from "#lib/core/api/operations/project.ts";
import { type Result, refuse } from "#lib/core/result.ts";
import { PROMPT_FORMS } from "#lib/core/view/prompt-view.ts";
import type { AgentDesk } from "../agent-desk.ts";

/** One tool: what a client is told about it, and what it does at the desk. */
export interface Tool<I extends z.ZodObject = z.ZodObject, O extends z.ZodObject = z.ZodObject> {
  name: string;
  title: string;
  description: string;
  input: I;
  output: O;
  annotations: ToolAnnotations;
  /** Whether this desk has the tool; absent: every desk has it. */
  offered?(desk: AgentDesk): boolean;
  run(desk: AgentDesk, input: z.output<I>, signal: AbortSignal): Promise<Result<z.output<O>>>;
}

const defineTool = <I extends z.ZodObject, O extends z.ZodObject>(tool: Tool<I, O>): Tool => tool as unknown as Tool;

const task = z.string().min(1).max(240).describe("The task, by its id (TASK-007) or by the path of its file.");
const READS: ToolAnnotations = { readOnlyHint: true, openWorldHint: false };

/** Every tool of the MCP server, in the order in which an agent uses them. */
export const TOOLS: readonly Tool[] = [
  defineTool({
    name: "list_tasks",
    title: "List the tasks",
    description: "One task for each file of the repository, in the order of work, with where each stands.",
    input: z.strictObject({ only: taskChoice }),
    output: projectTasksSchema,
    annotations: READS,
    run: (desk, input) => desk.listTasks(input.only),
  }),
  defineTool({
    name: "get_task",
    title: "Read one task",
    description:
      "All that is needed to write the file: contract, sub-prompt, requirements, what people asked to change, what failed, and the newest text.",
    input: z.strictObject({
      task,
      form: z.enum(PROMPT_FORMS).default("generic").describe("The form of the sub-prompt."),
    }),
    output: projectTaskSchema,
    annotations: READS,
    run: (desk, input) => desk.describeTask(input.task, [input.form]),
  }),
  defineTool({
    name: "submit_draft",
    title: "Submit a file",
    description:
      "Keeps the whole text of a task's file as the next draft and asks for its checks. Earlier drafts stay; the same text again adds nothing.",
    input: z.strictObject({ task, ...draftInputSchema.shape }),
    output: draftReceiptSchema,
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    run: (desk, input) => desk.submitDraft(input.task, input),
  }),
  defineTool({
    name: "get_checks",
    title: "Read the checks",
    description: "Outcomes and verdict of a task's newest text: what failed, on which line, and how to mend it.",
    input: z.strictObject({
      task,
      wait: z
        .int()
        .min(0)
        .max(LONGEST_WAIT)
        .default(0)
        .describe("Seconds to wait for checks that are pending; then ask again."),
    }),
    output: checksDocumentSchema,
    annotations: READS,
    run: (desk, input, signal) => desk.readChecks(input.task, input.wait, signal),
  }),
  defineTool({
    name: "get_design",
    title: "Read the design",
    description: "Every answer the people gave, and the files of the repository as planned.",
    input: z.strictObject({}),
    output: designDocumentSchema,
    annotations: READS,
    run: (desk) => desk.describeDesign(),
  }),
  defineTool({
    name: "get_files",
    title: "Read accepted files",
    description:
      "The repository as it would leave now: every accepted file with its SHA-256. Name paths to get those with their texts.",
    input: z.strictObject({
      paths: z.array(z.string().min(1).max(240)).max(500).default([]).describe("Whose texts you want to read."),
    }),
    output: filesDocumentSchema,
    annotations: READS,
    run: (desk, input) => desk.readFiles(input.paths),
  }),
  defineTool({
    name: "accept_task",
    title: "Accept a file",
    description:
      "Accepts a task's newest text on behalf of the owner, who has allowed it. Works only when every check ran and passed, and only for the text whose sha256 you name; read it from get_checks.",
    input: z.strictObject({ task, ...acceptInputSchema.shape }),
    output: acceptedDocumentSchema,
    // It decides what will be delivered, so clients should ask their person.
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
    offered: (desk) => desk.acceptTask !== null,
    run: async (desk, input) =>
      desk.acceptTask
        ? desk.acceptTask(input.task, input.sha256)
        : refuse("task", "not-allowed", "This token may not accept.", "Ask the project's owner."),
  }),
];
