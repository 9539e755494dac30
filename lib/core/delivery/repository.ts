import type { Blueprint } from "../blueprint/blueprint.ts";
import { answersFile } from "../catalog/answers.ts";
import type { Design } from "../design/design.ts";
import { sha256 } from "../sha256.ts";

/** Where a repository keeps what it says about itself. */
export const ANSWERS_PATH = ".plumbline/answers.json";
export const MANIFEST_PATH = ".plumbline/manifest.json";
export const EVIDENCE_PATH = ".plumbline/evidence.json";

/** Where a delivered file's text came from. */
export type DraftSource = "template" | "edit" | "agent" | "repair" | "paste";

export interface DeliveredFile {
  path: string;
  text: string;
  /** Unix permission bits. */
  mode: 0o644 | 0o755;
}

/** The content a person accepted for a task; absent: the built-in draft. */
export type Accepted = ReadonlyMap<string, { text: string; source: DraftSource; draftNumber: number }>;

export interface RepositoryInput {
  design: Design;
  blueprint: Blueprint;
  /** SHA-256 over all templates, hex: which edition of them wrote the drafts. */
  templatesDigest: string;
  /** Only these tasks are delivered; absent: every task that has a text. */
  accepted?: Accepted;
  /** What was asked for beside the plan: the report. */
  beside?: readonly { path: string; text: string; artifact: string }[];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * The whole repository as it is delivered, sorted by path: one file per task plus `.plumbline/answers.json` and
 * `.plumbline/manifest.json` (DESIGN 9). Depends on the answers and the accepted texts only, so that every entry point
 * gives the same bytes; what checks ran stands in `.plumbline/evidence.json`, which only a proved delivery carries.
 */
export function repositoryFiles({
  design,
  blueprint,
  templatesDigest,
  accepted,
  beside = [],
}: RepositoryInput): DeliveredFile[] {
  const delivered = blueprint.tasks.flatMap((task) => {
    const own = accepted ? accepted.get(task.path) : undefined;
    const text = accepted ? own?.text : task.text;
    return text === undefined || text === null ? [] : [{ task, text, source: own?.source ?? ("template" as const) }];
  });
  const manifest = {
    plumbline: 1,
    templates: templatesDigest,
    answers: sha256(answersFile(design.answers)),
    files: [
      ...delivered.map(({ task, text, source }) => ({
        path: task.path,
        sha256: text === task.text && task.sha256 ? task.sha256 : sha256(text),
        task: task.id,
        artifact: task.artifact,
        decisions: task.because,
        source,
        ...(task.unfinished && source === "template" ? { unfinished: true } : {}),
      })),
      ...beside.map(({ path, text, artifact }) => ({ path, sha256: sha256(text), artifact, source: "template" })),
    ].sort(byPath),
    missing: blueprint.tasks
      .filter((task) => !delivered.some((one) => one.task === task))
      .map(({ path, id, gap }) => ({ path, task: id, reason: gap ?? "not accepted" })),
  };
  return [
    ...delivered.map(({ task, text }) => file(task.path, text)),
    ...beside.map(({ path, text }) => file(path, text)),
    file(ANSWERS_PATH, answersFile(design.answers)),
    file(MANIFEST_PATH, json(manifest)),
  ].sort(byPath);
}

const file = (path: string, text: string): DeliveredFile => ({
  path,
  text,
  mode: text.startsWith("#!") ? 0o755 : 0o644,
});

/** Code-unit order, the same on every machine whatever its locale. */
const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
