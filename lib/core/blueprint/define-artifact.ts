import type { Design, ModuleDesign, ResourceDesign } from "../design/design.ts";
import type { Values } from "./fill.ts";

/**
 * When a kind of file is written: foundations first, README last (WORKFLOW 6, "Plan"). Inside a phase the order
 * follows `after`, then the registry.
 */
export const PHASES = [
  "foundation",
  "configuration",
  "core",
  "persistence",
  "interface",
  "optional",
  "tests",
  "delivery",
  "documentation",
  "readme",
] as const;
export type Phase = (typeof PHASES)[number];

/** How much work it is to write this file without our template. */
export type Effort = "trivial" | "simple" | "moderate" | "complex";

/** What one file of a repeated artifact is about. */
export type Subject =
  | { resource: ResourceDesign }
  | { module: ModuleDesign }
  /** A decision record, by its place in the list of all (1 is the first). */
  | { record: number }
  | { path: string }
  | Record<string, never>;

/** Which part of the delivered package a Python file belongs to; decides what it may import. */
export type Layer =
  | "domain"
  | "service"
  | "db"
  | "api"
  | "platform"
  | "entry"
  | "module"
  | "migrations"
  | "tests"
  | "examples"
  | "docs"
  | "none";

/** A decision named by its place in the answers file, such as `architecture.logging`. */
export type DecisionPath = `${"intake" | "architecture" | "structure" | "features"}.${string}`;

export type Content =
  /** A file under `templates/` with its placeholder values. */
  | { template: string; values?: Values }
  /** Text assembled by a document model (pyproject.toml, CI, README ...). */
  | { text: string };

export interface Artifact {
  id: string;
  phase: Phase;
  /** Absent: one file per project. */
  each?: "resource" | "module" | "record" | "own-path";
  appliesWhen(design: Design): boolean;
  /** Of a repeated artifact: the subjects that have this file. Absent: all. */
  appliesTo?(subject: Subject): boolean;
  path(design: Design, subject: Subject): string;
  purpose(design: Design, subject: Subject): string;
  /** The decisions that cause this file or shape its text, most telling first: "why is this file here?". */
  because: readonly DecisionPath[];
  /** Written for whatever the decisions of `because` say: an option without template elsewhere does not withhold this file. */
  coversEveryOption?: boolean;
  /** Ids of artifacts whose files this one builds on (all files of a repeated one, or those of the same subject). */
  after: readonly string[];
  effort: Effort;
  layer: Layer;
  /** Requirements beyond the contract that a sub-prompt must state: behaviour, edge cases, errors, security. */
  requirements?(design: Design, subject: Subject): readonly string[];
  /** `paths`: every path of the plan that has a draft, sorted; for files about the repository as a whole. */
  content(design: Design, subject: Subject, paths: readonly string[]): Content;
  /** The built-in draft is honest about not being finished (module stubs): manifest and report say so. */
  unfinished?: boolean;
}

/** Declares one kind of file; the registry in `artifacts/index.ts` has to name it. */
export const defineArtifact = (artifact: Artifact): Artifact => artifact;

/** The resource a file is about. @throws Error when the artifact is not one per resource: a mistake of ours. */
export function resourceOf(subject: Subject): ResourceDesign {
  if (!("resource" in subject)) throw new Error("artifact asked for a resource it does not have");
  return subject.resource as ResourceDesign;
}

/** The module a file is about. @throws Error when the artifact is not one per module: a mistake of ours. */
export function moduleOf(subject: Subject): ModuleDesign {
  if (!("module" in subject)) throw new Error("artifact asked for a module it does not have");
  return subject.module as ModuleDesign;
}
