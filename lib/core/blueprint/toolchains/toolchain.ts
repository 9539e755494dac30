import type { Design } from "../../design/design.ts";
import type { TomlTable } from "../documents/toml.ts";
import type { Tree } from "../documents/yaml.ts";
import type { BackendName } from "../versions.ts";

export type ManagerId = Design["answers"]["architecture"]["dependency_manager"];

/** What a step of a workflow job holds. */
export type Step = { readonly [key: string]: Tree | undefined };

/** How the exact versions are held, and how to make that record first: we never fabricate one (DM09). */
export interface Lock {
  files: readonly [string, ...string[]];
  /** The command that writes them, as prose names it. */
  by: string;
  /** Makes or renews the files; also the first command in a fresh repository. */
  make(design: Design): readonly string[];
}

/** How an image is built with this manager; lines of Dockerfile instructions for the stage `build`, in /srv. */
export interface ImageBuild {
  /** Tool and environment, before any file of the project. */
  prepare(design: Design): readonly string[];
  /** Third-party packages into /srv/.venv, cached while the lock does not change. */
  dependencies(design: Design): readonly string[];
  /** The project itself, after `src` was copied. */
  project(design: Design): readonly string[];
}

/** Everything a generated repository needs to know about one dependency manager. */
export interface Toolchain {
  label: string;
  /** The tool a developer needs, and where to learn how to get it. */
  tool: { name: string; version: string; home: string };
  buildSystem: { backend: BackendName; entry: string };
  /** The manager's own tables of pyproject.toml, in `[tool]`. */
  tables(design: Design): TomlTable;
  /** Null: versions are not held anywhere. */
  lock: Lock | null;
  /** Commands from a fresh checkout to a working environment; run in the project's folder. */
  install: {
    /** Before the first install only: makes the virtual environment, when the manager does not. */
    environment(design: Design): readonly string[];
    development: readonly string[];
    /** As development, but refuses a lock that does not fit pyproject.toml. */
    ci: readonly string[];
    production: readonly string[];
  };
  /** A command inside the project's environment. */
  run(command: string): string;
  /** Steps that bring Python and the manager; `python` is a version or a matrix expression. */
  ciSetup(python: string): readonly Step[];
  /** Environment of every job, so that CI and README run the same commands. */
  ciEnvironment: { readonly [name: string]: string };
  image: ImageBuild;
  devcontainer: { install(design: Design): readonly string[]; environment: { readonly [name: string]: string } };
  /** A hook that keeps the lock fitting; null where the manager has none. */
  preCommit: { repo: string; rev?: string; hooks: readonly Step[] } | null;
  /** Null: Dependabot does not know this manager. */
  dependabot: "uv" | "pip" | null;
  gitignore: readonly string[];
  /** Further small files of the manager at the root. */
  files: readonly { path: string; purpose: string; text(design: Design): string }[];
  /** Builds sdist and wheel into `dist/`. */
  build: readonly string[];
  /** Sentences for the README's development section: how versions are held and changed. */
  notes: readonly string[];
  /** What in the use of this manager is not its everyday way, for a decision record; null when all of it is. */
  record: { title: string; context: string; decision: string; consequence: string } | null;
}
