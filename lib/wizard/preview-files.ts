import type { Task } from "#lib/core/blueprint/blueprint.ts";
import { withAnswer } from "#lib/core/catalog/access.ts";
import type { PartialAnswers } from "#lib/core/catalog/answers.ts";
import { declaredDependencies } from "#lib/core/checks/imports.ts";
import { compareTexts } from "#lib/core/compare/compare-texts.ts";
import { provisional } from "#lib/core/design/provisional.ts";
import { reversed } from "#lib/core/project/evolve.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import { err, ok, type Result } from "#lib/core/result.ts";
import { NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { getProject } from "#lib/io/db/queries/get-project.ts";
import type { Caller } from "./caller.ts";
import { render } from "./toolbox.ts";

/** What the last change did to a file. */
export type FileMark = "added" | "removed" | "changed" | "same";

export interface PreviewFile {
  path: string;
  mark: FileMark;
  purpose: string;
  because: readonly string[];
  /** Why there is no built-in draft. */
  gap?: string;
  lines: number;
}

export interface FilesPreview {
  files: PreviewFile[];
  /** Names of run-time and development dependencies, with what the last change did to each. */
  dependencies: { name: string; group: "runtime" | "development"; mark: FileMark }[];
  /** Answers that the preview had to assume. */
  assumed: string[];
  gaps: { decision: string; chosen: string; message: string }[];
}

export interface FileDetail extends PreviewFile {
  text: string | null;
  before: string | null;
  hunks: { oldStart: number; newStart: number; lines: string[] }[];
}

/** The files the design gives so far, marked with what the last change of answers did to them. */
export async function previewFiles(caller: Caller, projectId: string): Promise<Result<FilesPreview>> {
  const state = await getProject(projectId, caller.ownerHash);
  if (!state) return err(NOT_FOUND);
  const now = rendered(state.answers);
  const before = rendered(previousAnswers(state));
  return ok({
    files: marked(now.tasks, before.tasks),
    dependencies: dependencyMarks(now.tasks, before.tasks),
    assumed: now.assumed,
    gaps: now.gaps,
  });
}

/** One file of the preview with its text, the text before the last change, and the difference. */
export async function previewFile(caller: Caller, projectId: string, path: string): Promise<Result<FileDetail>> {
  const state = await getProject(projectId, caller.ownerHash);
  if (!state) return err(NOT_FOUND);
  const now = rendered(state.answers).tasks;
  const before = rendered(previousAnswers(state)).tasks;
  const file = marked(now, before).find((one) => one.path === path);
  if (!file) return err([{ path, code: "not-found", message: `There is no file ${path} in this design.` }]);
  const text = textOf(now, path);
  const old = textOf(before, path);
  return ok({ ...file, text, before: old, hunks: compareTexts(path, old ?? "", text ?? "").hunks });
}

function rendered(answers: PartialAnswers) {
  const { answers: complete, assumed } = provisional(answers);
  const { tasks, gaps } = render(complete).blueprint;
  return { tasks, gaps, assumed };
}

function previousAnswers({ answers, undo }: ProjectState): PartialAnswers {
  return reversed(undo.at(-1) ?? []).reduce((tree, { path, to }) => withAnswer(tree, path, to), answers);
}

const textOf = (tasks: readonly Task[], path: string): string | null =>
  tasks.find((task) => task.path === path)?.text ?? null;

/** Files of two renderings with their marks, by path. */
function marked(now: readonly Task[], before: readonly Task[]): PreviewFile[] {
  const old = new Map(before.map((task) => [task.path, task]));
  const current = new Set(now.map((task) => task.path));
  const kept = now.map((task) =>
    preview(task, !old.has(task.path) ? "added" : old.get(task.path)?.text !== task.text ? "changed" : "same"),
  );
  const gone = before.filter((task) => !current.has(task.path)).map((task) => preview(task, "removed"));
  return [...kept, ...gone].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const preview = (task: Task, mark: FileMark): PreviewFile => ({
  path: task.path,
  mark,
  purpose: task.purpose,
  because: task.because,
  lines: task.text === null ? 0 : task.text.split("\n").length - 1,
  ...(task.gap ? { gap: task.gap } : {}),
});

function dependencyMarks(now: readonly Task[], before: readonly Task[]): FilesPreview["dependencies"] {
  const groups = (tasks: readonly Task[]) => declaredDependencies(textOf(tasks, "pyproject.toml") ?? "");
  const [current, old] = [groups(now), groups(before)];
  return (["runtime", "development"] as const).flatMap((group) => {
    const all = [...new Set([...current[group], ...old[group]])].sort();
    return all.map((name) => ({
      name,
      group,
      mark: !old[group].has(name)
        ? ("added" as const)
        : !current[group].has(name)
          ? ("removed" as const)
          : ("same" as const),
    }));
  });
}
