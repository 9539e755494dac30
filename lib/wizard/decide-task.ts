import type { DraftSource } from "#lib/core/delivery/repository.ts";
import { decide } from "#lib/core/project/decide.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import { addDraft } from "#lib/io/db/commands/add-draft.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { getContents } from "#lib/io/db/queries/get-drafts.ts";
import { type Caller, changeBy } from "./caller.ts";
import { prepareRun } from "./enqueue-run.ts";
import { type Generation, loadGeneration } from "./load-generation.ts";

/** The four answers to a draft besides accepting it, and their reversals (WORKFLOW 6). */
export type TaskDecision =
  | { kind: "modify"; path: string; text: string }
  | { kind: "regenerate"; path: string }
  | { kind: "take-back"; path: string; number: number }
  | { kind: "defer"; path: string; reason: string }
  | { kind: "reopen"; path: string }
  | { kind: "abort"; reason: string }
  | { kind: "resume" };

/**
 * Records what a person decides about a task other than accepting it. `modify` says what should change and enters the
 * sub-prompt; `regenerate` appends a new built-in draft, `take-back` an earlier draft once more; `abort` ends generation
 * and keeps everything.
 */
export async function decideTask(
  caller: Caller,
  projectId: string,
  decision: TaskDecision,
): Promise<Result<ProjectState>> {
  const request = changeBy(caller, projectId);
  if ("path" in decision) {
    const known = await knownTask(caller, projectId, decision.path);
    if (!known.ok) return known;
  }
  switch (decision.kind) {
    case "modify":
      if (!decision.text.trim())
        return refuse(
          "text",
          "missing",
          "Say what should change.",
          "One sentence is enough; it goes into the sub-prompt.",
        );
      return changeProject(request, [], (state) =>
        decide(state, { type: "request-change", path: decision.path, text: decision.text.trim() }),
      );
    case "defer":
      if (!decision.reason.trim())
        return refuse(
          "reason",
          "reason-needed",
          "Deferring a file needs a reason.",
          "Say what it waits for; the report lists it.",
        );
      return changeProject(request, [], (state) =>
        decide(state, { type: "defer", path: decision.path, reason: decision.reason.trim() }),
      );
    case "reopen":
      return changeProject(request, [], (state) => decide(state, { type: "reopen", path: decision.path }));
    case "abort":
      if (!decision.reason.trim())
        return refuse(
          "reason",
          "reason-needed",
          "Ending generation needs a reason.",
          "One sentence is enough; it stands in the log.",
        );
      return changeProject(request, [], (state) => decide(state, { type: "abort", reason: decision.reason.trim() }));
    case "resume":
      return changeProject(request, [], (state) => decide(state, { type: "resume" }));
    case "regenerate":
      return putOnTable(caller, projectId, decision.path, builtIn);
    case "take-back":
      return putOnTable(caller, projectId, decision.path, earlier(decision.number));
  }
}

async function knownTask(caller: Caller, projectId: string, path: string): Promise<Result<true>> {
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  return generation.value.tasks.some((task) => task.path === path)
    ? ok(true)
    : refuse(path, "not-found", `There is no task for ${path} in this plan.`);
}

/** A text that comes onto the table again, with the words for the history of the file and for the log. */
interface Again {
  text: string;
  source: DraftSource;
  reason: string;
  logged: string;
}

async function putOnTable(
  caller: Caller,
  projectId: string,
  path: string,
  find: (generation: Generation, path: string) => Promise<Result<Again>>,
): Promise<Result<ProjectState>> {
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  const found = await find(generation.value, path);
  if (!found.ok) return found;
  const { text, source, reason, logged } = found.value;
  const number = (generation.value.drafts.filter((draft) => draft.path === path).at(-1)?.number ?? 0) + 1;
  const run = await prepareRun(generation.value, { kind: "draft", changed: { path, text }, actor: caller.actor });
  return changeProject(
    changeBy(caller, projectId),
    [],
    (state) => decide(state, { type: "regenerate", path, draftNumber: number, reason: logged }),
    async (tx) => {
      await addDraft(tx, projectId, path, text, source, reason);
      if (run.ok) await run.value(tx);
    },
  );
}

async function builtIn({ tasks }: Generation, path: string): Promise<Result<Again>> {
  const text = tasks.find((one) => one.path === path)?.text ?? null;
  if (text === null)
    return refuse(
      path,
      "no-template",
      `${path} has no built-in draft to go back to.`,
      "Copy the sub-prompt; it names what failed and what should change.",
    );
  return ok({ text, source: "template", reason: "Regenerated from the template", logged: "built-in draft again" });
}

const earlier =
  (number: number) =>
  async ({ drafts }: Generation, path: string): Promise<Result<Again>> => {
    const own = drafts.filter((draft) => draft.path === path);
    const draft = own.find((one) => one.number === number);
    if (draft && draft.sha256 === own.at(-1)?.sha256)
      return refuse(
        path,
        "same-text",
        `Draft ${number} of ${path} is what stands on the table.`,
        "Nothing has to change.",
      );
    const text = draft && (await getContents([draft.sha256])).get(draft.sha256);
    return draft && text !== undefined
      ? ok({ text, source: draft.source, reason: `Draft ${number} again`, logged: `draft ${number} again` })
      : refuse(path, "not-found", `There is no draft ${number} of ${path}.`, "Its history lists the drafts there are.");
  };
