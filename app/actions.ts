"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { REQUEST_BYTES } from "#lib/core/api/limits.ts";
import { exampleById } from "#lib/core/catalog/examples.ts";
import { type LinkedDesign, readLinkedDesign } from "#lib/core/link/linked-design.ts";
import { ok, type Problem, type Result } from "#lib/core/result.ts";
import { createProject } from "#lib/wizard/create-project.ts";
import { deleteProject as deleteForGood } from "#lib/wizard/delete-project.ts";
import { takeStart } from "./_server/api/allowance.ts";
import { asOwner } from "./_server/as-owner.ts";
import { sameOrigin } from "./_server/guard.ts";
import { callerOrNew } from "./_server/owner.ts";

/** What a form of the start page shows after a refusal: the problems, and what was typed. */
export interface StartState {
  problems: Problem[];
  typed: string;
}

const LIMIT = REQUEST_BYTES;

/** Starts a project from one sentence. */
export async function startFromSentence(_: StartState, form: FormData): Promise<StartState> {
  const typed = textOf(form, "description").replace(/\s+/g, " ");
  if (typed === "")
    return refused(
      typed,
      "Say in one sentence what you are building.",
      "What does it do, for whom, and what must never happen?",
    );
  return start({ plumbline: 1, intake: { description: typed } }, typed);
}

/** Starts a project from an answers file, pasted or uploaded. */
export async function startFromFile(_: StartState, form: FormData): Promise<StartState> {
  const file = form.get("file");
  const typed = file instanceof File && file.size > 0 ? await readFile(file) : textOf(form, "document");
  if (typed === "") return refused(typed, "There is no answers file here yet.", "Paste its text, or choose the file.");
  if (typed.length > LIMIT)
    return refused(
      "",
      "The file is larger than 1 MB.",
      "An answers file has a few kilobytes; choose .plumbline/answers.json of a repository.",
    );
  try {
    return await start(JSON.parse(typed), typed);
  } catch (error) {
    if (error instanceof SyntaxError)
      return refused(
        typed,
        `This is not JSON: ${error.message}.`,
        "Paste the whole file, from the first brace to the last.",
      );
    throw error;
  }
}

/** What the design of a link holds; nothing is stored. */
export async function lookAtLink(text: string): Promise<Result<LinkedDesign>> {
  const origin = await sameOrigin();
  if (!origin.ok) return origin;
  const read = readLinkedDesign(z.string().max(LIMIT).catch("").parse(text));
  return read.ok ? ok(read.value.design) : read;
}

/** Starts a project from the design of a link; what cannot be read was named by `lookAtLink` and is left out. */
export async function startFromLink(_: StartState, form: FormData): Promise<StartState> {
  const typed = textOf(form, "document");
  const read = readLinkedDesign(typed);
  return read.ok ? start(read.value.answers, typed) : { problems: read.error, typed };
}

/** Starts a project from one of our example designs. */
export async function startFromExample(_: StartState, form: FormData): Promise<StartState> {
  const example = exampleById(textOf(form, "example"));
  return example
    ? start(example.answers, "")
    : refused("", "There is no such example.", "Reload the page and choose again.");
}

/** Deletes one of the browser's own projects, after its name was typed. */
export async function deleteProject(projectId: string, typed: string): Promise<Result<true>> {
  const name = z.string().max(1_000);
  return asOwner(name, typed, (caller, given) => deleteForGood(caller, projectId, given));
}

async function start(document: unknown, typed: string): Promise<StartState> {
  const origin = await sameOrigin();
  if (!origin.ok) return { problems: origin.error, typed };
  const start = takeStart(await headers());
  if (!start.allowed)
    return refused(
      typed,
      `This address has started ${start.limit} projects within an hour.`,
      `Go on with one of them, or come back in ${Math.ceil(start.resetSeconds / 60)} minutes.`,
    );
  const created = await createProject(await callerOrNew(), document);
  if (!created.ok) return { problems: created.error, typed };
  redirect(`/p/${created.value.id}`);
}

const refused = (typed: string, message: string, hint: string): StartState => ({
  typed,
  problems: [{ path: "document", code: "refused", message, hint }],
});
const readFile = async (file: File): Promise<string> => (file.size > LIMIT ? " ".repeat(LIMIT + 1) : file.text());

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
