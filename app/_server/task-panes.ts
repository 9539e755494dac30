import "server-only";
import { contractOf as outlineOf } from "#lib/core/blueprint/contract-of.ts";
import { contractText } from "#lib/core/blueprint/contract-text.ts";
import { subPrompt } from "#lib/core/blueprint/sub-prompt.ts";
import { publicNames } from "#lib/core/python/outline.ts";
import type { CodeText } from "#lib/core/view/code-text.ts";
import { causesOf } from "#lib/core/view/consequences-of.ts";
import { diffLines } from "#lib/core/view/diff-lines.ts";
import type { GenerationInput, WorkTask } from "#lib/core/view/generation-view.ts";
import type { DraftChoice, Neighbour, PaneId, PaneView, PeekView } from "#lib/core/view/pane-view.ts";
import { promptForms, promptInput } from "#lib/core/view/prompt-view.ts";
import { sourceLabel } from "#lib/core/view/task-view.ts";
import { draftText } from "#lib/wizard/checking.ts";
import { compareDrafts, type DraftSide } from "#lib/wizard/compare-drafts.ts";
import type { Generation } from "#lib/wizard/load-generation.ts";
import { highlight } from "./highlight.ts";

type Verdicts = GenerationInput["verdicts"];

interface Asked {
  pane: PaneId;
  from?: string | undefined;
  to?: string | undefined;
}

/** One view of one file, with everything it shows. */
export async function paneOf(
  generation: Generation,
  task: WorkTask,
  verdicts: Verdicts,
  asked: Asked,
): Promise<PaneView> {
  switch (asked.pane) {
    case "content": {
      const text = await draftText(generation, task.path);
      return { pane: "content", lines: text === null ? null : await highlight(task.path, text) };
    }
    case "diff":
      return differenceOf(generation, task, asked);
    case "contract":
      return {
        pane: "contract",
        lines: await contractOf(task),
        requirements: [...task.requirements],
        uses: neighbours(generation, task.after),
        usedBy: neighbours(generation, usersOf(generation, task)),
      };
    case "prompt":
      return { pane: "prompt", forms: promptForms(promptInput(generation, task, outcomesOf(verdicts, task))) };
    case "history":
      return { pane: "history" };
  }
}

/** What the plan page shows of one file. */
export async function peekOf(generation: Generation, task: WorkTask, verdicts: Verdicts): Promise<PeekView> {
  const text = await draftText(generation, task.path);
  return {
    id: task.id,
    path: task.path,
    purpose: task.purpose,
    gap: task.gap ?? null,
    because: causesOf(generation.state, task.because),
    draft: text === null ? null : await highlight(task.path, text),
    contract: await contractOf(task),
    requirements: [...task.requirements],
    prompt: subPrompt(promptInput(generation, task, outcomesOf(verdicts, task))),
  };
}

async function contractOf(task: WorkTask): Promise<CodeText | null> {
  const outline = outlineOf(task);
  return outline && publicNames(outline).length > 0 ? highlight("contract.py", contractText(outline)) : null;
}

const outcomesOf = (verdicts: Verdicts, { path }: WorkTask) => verdicts.get(path)?.outcomes ?? [];

const usersOf = ({ tasks }: Generation, { path }: WorkTask): string[] =>
  tasks.filter(({ after }) => after.includes(path)).map((task) => task.path);

function neighbours({ tasks }: Generation, paths: readonly string[]): Neighbour[] {
  const known = new Map(tasks.map((task) => [task.path, task]));
  return paths.flatMap((path) => {
    const task = known.get(path);
    return task ? [{ path, purpose: task.purpose, status: task.status }] : [];
  });
}

/** Compares what the address names; else the accepted draft with the one on the table, else the built-in one with it. */
async function differenceOf(generation: Generation, task: WorkTask, { from, to }: Asked): Promise<PaneView> {
  const kept = generation.drafts.filter(({ path }) => path === task.path);
  const choices: DraftChoice[] = [
    ...(task.text === null ? [] : [{ value: "built-in", label: "Built-in draft, as the design asks now" }]),
    ...kept
      .map(({ number, source, sha256 }) => ({
        value: String(number),
        label: `Draft ${number}, ${sourceLabel(source).toLowerCase()}${sha256 === task.state.acceptedSha ? ", accepted" : ""}`,
      }))
      .reverse(),
  ];
  const accepted = kept.find(({ sha256 }) => sha256 === task.state.acceptedSha);
  const current = task.draft?.saved ? String(task.draft.number) : "built-in";
  const known = (value: string | undefined) => choices.find((choice) => choice.value === value)?.value;
  const right = known(to) ?? current;
  const usual = accepted && String(accepted.number) !== right ? String(accepted.number) : "built-in";
  const left = known(from) ?? known(usual) ?? right;
  const found = await compareDrafts(generation, task.path, side(left), side(right));
  const base = { pane: "diff" as const, from: left, to: right, choices };
  if (!found.ok) return { ...base, lines: [], added: 0, removed: 0, problem: found.error[0]?.message ?? "" };
  return {
    ...base,
    lines: diffLines(found.value.hunks),
    added: found.value.added,
    removed: found.value.removed,
    problem: "",
  };
}

const side = (value: string): DraftSide => (value === "built-in" ? "built-in" : Number(value));
