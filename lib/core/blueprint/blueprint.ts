import type { Design } from "../design/design.ts";
import { sha256 } from "../sha256.ts";
import { artifacts } from "./artifacts/index.ts";
import { type Gap, gaps } from "./coverage.ts";
import type { Artifact, DecisionPath, Effort, Layer, Phase, Subject } from "./define-artifact.ts";
import { PHASES } from "./define-artifact.ts";
import { recordsOf } from "./documents/records.ts";
import { fill } from "./fill.ts";
import { orderTasks } from "./order.ts";
import { moduleName, ownImports } from "./own-imports.ts";
import { sortImports } from "./python/sort-imports.ts";
import { projectValues, resourceValues } from "./values.ts";

/** What rendering needs from outside: the texts under `templates/` and the formatter of Python and Markdown. */
export interface Toolbox {
  templates: ReadonlyMap<string, string>;
  /** Formats one file for a Python floor (`minor` of 3.minor); returns other kinds of files unchanged. */
  format(path: string, text: string, floorMinor: number): string;
}

/** One file of one project's plan, with the text its template gives. */
export interface Task {
  /** `TASK-001` in the order of the plan. */
  id: string;
  path: string;
  artifact: string;
  phase: Phase;
  purpose: string;
  effort: Effort;
  layer: Layer;
  because: readonly DecisionPath[];
  /** Paths of the files this one builds on, in plan order. */
  after: string[];
  requirements: readonly string[];
  /** The built-in draft; null where the design has no template for it yet. */
  text: string | null;
  /** SHA-256 of the built-in draft, hex. */
  sha256: string | null;
  unfinished: boolean;
  /** Why there is no draft. */
  gap?: string;
}

export interface Blueprint {
  tasks: Task[];
  gaps: Gap[];
}

interface Draft {
  artifact: Artifact;
  subject: Subject;
  index: number;
  path: string;
  /** Dotted name, where it is a Python file. */
  module: string;
  text: string | null;
}

/**
 * Plans and renders a whole repository. Deterministic: same design and same templates give the same bytes.
 * Files about the repository as a whole (README) are rendered last, with the list of all paths.
 * @throws Error when two artifacts claim one path or a template is missing or has an unknown placeholder: mistakes of ours.
 */
export function blueprint(design: Design, tools: Toolbox): Blueprint {
  const found = gaps(design);
  const uncovered = new Set<string>(found.map((gap) => gap.decision));
  const { drafts, collisions } = listDrafts(design);
  const covered = drafts.filter(
    ({ artifact }) => artifact.coversEveryOption || !artifact.because.some((decision) => uncovered.has(decision)),
  );
  const written = covered.map((draft) => draft.path).sort();
  for (const draft of covered) draft.text = renderDraft(design, draft, tools, written);
  const order = orderTasks(
    drafts.map((draft) => toTask(design, draft, drafts, found)),
    PHASES,
  );
  return {
    tasks: order.map((task, index) => ({ ...task, id: `TASK-${String(index + 1).padStart(3, "0")}` })),
    gaps: [...found, ...collisions],
  };
}

function listDrafts(design: Design): { drafts: Draft[]; collisions: Gap[] } {
  const all = artifacts
    .filter((artifact) => artifact.appliesWhen(design))
    .flatMap((artifact) =>
      subjects(design, artifact).map((subject) => ({
        artifact,
        subject,
        path: artifact.path(design, subject),
        text: null,
      })),
    )
    .map((draft, index) => ({ ...draft, index, module: moduleName(draft.path) }));
  const generated = all.filter(({ artifact }) => artifact.each !== "own-path").map(({ path }) => path);
  const twice = generated.find((path, index) => generated.indexOf(path) !== index);
  if (twice) throw new Error(`two artifacts claim ${twice}`);
  const own = all.filter(({ artifact, path }) => artifact.each === "own-path" && !generated.includes(path));
  const colliding = own.flatMap(({ path }) => {
    const other = generated.find((one) => collide(path, one));
    return other ? [{ path, other }] : [];
  });
  const dropped = new Set(colliding.map(({ path }) => path));
  const kept = new Set(own.filter(({ path }) => !dropped.has(path) && !isFullFolder(path, all)));
  return {
    drafts: all.filter((draft) => draft.artifact.each !== "own-path" || kept.has(draft)),
    collisions: colliding.map(({ path, other }) => ({
      decision: "structure.paths",
      chosen: path,
      message: `${path} cannot stand beside ${other}: one would be a folder and a file at once, or they differ in case only. It is left out; rename it in the tree.`,
    })),
  };
}

/** Whether a path only keeps a folder that other files keep anyway. */
function isFullFolder(path: string, all: readonly Pick<Draft, "path">[]): boolean {
  const folder = /^(.*\/)\.gitkeep$/.exec(path)?.[1];
  return folder !== undefined && all.some((other) => other.path !== path && other.path.startsWith(folder));
}

/** Two paths that no file system may hold together: a file where the other needs a folder, or names that differ in case only. */
function collide(a: string, b: string): boolean {
  const [one, two] = [a.toLowerCase(), b.toLowerCase()];
  if (one.startsWith(`${two}/`) || two.startsWith(`${one}/`)) return true;
  const [left, right] = [a.split("/"), b.split("/")];
  const differs = left.findIndex((part, index) => part !== right[index]);
  return differs !== -1 && left[differs]?.toLowerCase() === right[differs]?.toLowerCase();
}

function subjects(design: Design, artifact: Artifact): Subject[] {
  return candidates(design, artifact).filter((subject) => artifact.appliesTo?.(subject) ?? true);
}

function candidates(design: Design, { each }: Artifact): Subject[] {
  if (each === "resource") return design.resources.map((resource) => ({ resource }));
  if (each === "module") return design.modules.map((module) => ({ module }));
  if (each === "record") return recordsOf(design).map((_, index) => ({ record: index + 1 }));
  if (each === "own-path") return design.answers.structure.paths.map((path) => ({ path }));
  return [{}];
}

function renderDraft(
  design: Design,
  { artifact, subject, path }: Draft,
  tools: Toolbox,
  paths: readonly string[],
): string {
  const content = artifact.content(design, subject, paths);
  if ("text" in content) return tools.format(path, content.text, design.floor.minor);
  const template = tools.templates.get(content.template);
  if (template === undefined) throw new Error(`template ${content.template} of artifact ${artifact.id} does not exist`);
  const values = {
    ...projectValues(design),
    ...("resource" in subject ? resourceValues(subject.resource as never) : {}),
    ...content.values,
  };
  const text = fill(template, values);
  return tools.format(path, path.endsWith(".py") ? sortImports(text) : text, design.floor.minor);
}

function toTask(
  design: Design,
  draft: Draft,
  all: readonly Draft[],
  found: readonly Gap[],
): Omit<Task, "id"> & { rank: number } {
  const { artifact, subject, path, text } = draft;
  const imported =
    text !== null && path.endsWith(".py") ? ownImports(design.packageName, path, text) : new Set<string>();
  const after = all
    .filter((other) => other !== draft && (buildsOn(draft, other) || imported.has(other.module)))
    .map((other) => other.path);
  const gap = found.find((one) => artifact.because.includes(one.decision));
  return {
    path,
    artifact: artifact.id,
    phase: artifact.phase,
    purpose: artifact.purpose(design, subject),
    effort: artifact.effort,
    layer: artifact.layer,
    because: artifact.because,
    after,
    requirements: artifact.requirements?.(design, subject) ?? [],
    text,
    sha256: text === null ? null : sha256(text),
    unfinished: artifact.unfinished ?? false,
    rank: draft.index,
    ...(text === null && gap ? { gap: gap.message } : {}),
  };
}

/** `after` names artifacts; of a repeated one, only the file about the same resource or module counts, when there is one. */
function buildsOn(draft: Draft, other: Draft): boolean {
  if (!draft.artifact.after.includes(other.artifact.id)) return false;
  const sameKind = draft.artifact.each !== undefined && draft.artifact.each === other.artifact.each;
  return !sameKind || JSON.stringify(draft.subject) === JSON.stringify(other.subject);
}
