import { moduleName, ownImports } from "../blueprint/own-imports.ts";
import { sha256 } from "../sha256.ts";
import type { RepositoryUnderCheck } from "./proof.ts";

/** Files that configure the tools of the whole repository, wherever they are read from. */
const CONFIGURATION = [
  "pyproject.toml",
  "ruff.toml",
  ".ruff.toml",
  "pytest.ini",
  ".pytest.ini",
  "tox.ini",
  "setup.cfg",
  "mypy.ini",
  ".mypy.ini",
];

/** Where coverage.py looks for its settings besides. */
const COVERAGE_SETTINGS = [".coveragerc", ".coveragerc.toml"];

/** Folders of Python whose files are loaded by the folder's name, not by an import (Alembic). */
const LOADED_BY_FOLDER = ["migrations"];

const TEST_FILE = /^tests\/(?:.*\/)?(?:test_[^/]*|[^/]*_test)\.py$/;

/** Whether pytest collects tests from this file. */
export const isTestFile = (path: string): boolean => TEST_FILE.test(path);

interface Graph {
  /** What a file needs to be imported, directly. */
  imports: ReadonlyMap<string, readonly string[]>;
  /** What a file names besides: files it reads or starts. */
  mentions: ReadonlyMap<string, readonly string[]>;
  hashes: ReadonlyMap<string, string>;
  reached: Map<string, ReadonlySet<string>>;
}

const graphs = new WeakMap<RepositoryUnderCheck, Graph>();

function graphOf(repository: RepositoryUnderCheck): Graph {
  const known = graphs.get(repository);
  if (known) return known;
  const paths = [...repository.files, ...repository.missing].map(({ path }) => path);
  const modules = new Map(paths.filter((path) => path.endsWith(".py")).map((path) => [moduleName(path), path]));
  const present = new Set(paths);
  const graph: Graph = {
    imports: new Map(
      repository.files
        .filter(({ path }) => path.endsWith(".py"))
        .map(({ path, text }) => {
          const names = [...ownImports(repository.packageName, path, text), moduleName(path)].flatMap(withPackages);
          const found = names.flatMap((name) => modules.get(name) ?? []);
          return [path, [...new Set([...found, ...conftests(path, present)])].filter((other) => other !== path)];
        }),
    ),
    mentions: new Map(
      repository.files
        .filter(({ path }) => path.endsWith(".py"))
        .map(({ path, text }) => [path, mentioned(repository.packageName, text, paths, modules)]),
    ),
    hashes: new Map(repository.files.map(({ path, text }) => [path, sha256(text)])),
    reached: new Map(),
  };
  graphs.set(repository, graph);
  return graph;
}

/** `a.b.c` and the packages that are imported on the way: `a.b`, `a`. */
function withPackages(name: string): string[] {
  const parts = name.split(".");
  return parts.map((_, index) => parts.slice(0, index + 1).join("."));
}

/** pytest reads the `conftest.py` of every folder from the root down to a file of tests. */
function conftests(path: string, present: ReadonlySet<string>): string[] {
  if (!path.startsWith("tests/")) return [];
  const parts = path.split("/");
  return parts.map((_, depth) => [...parts.slice(0, depth), "conftest.py"].join("/")).filter((one) => present.has(one));
}

const quoted = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Files that a text names in its strings: by file name, by folder, as a module to start. */
function mentioned(
  packageName: string,
  text: string,
  paths: readonly string[],
  modules: ReadonlyMap<string, string>,
): string[] {
  const strings = new Set(text.match(/[\w.-]+/g));
  const names = (name: string) => new RegExp(`["'/:]${quoted(name)}["'/]`).test(text);
  const dotted = [...text.matchAll(new RegExp(`["'](${quoted(packageName)}(?:\\.\\w+)+)`, "g"))].flatMap(([, name]) =>
    withPackages(name as string),
  );
  const started = /["']-m["']/.test(text) ? [`${packageName}.__main__`] : [];
  const files = paths.filter((path) => {
    const parts = path.split("/");
    const base = parts.at(-1) as string;
    const top = parts.length > 1 ? (parts[0] as string) : "";
    if (base !== "__init__.py" && strings.has(base) && names(base)) return true;
    const folders = parts.slice(0, -1).filter((part) => LOADED_BY_FOLDER.includes(part));
    if (top !== "" && top !== "src" && top !== "tests") folders.push(top);
    return folders.some((folder) => strings.has(folder) && names(folder));
  });
  return [...files, ...[...dotted, ...started].flatMap((name) => modules.get(name) ?? [])];
}

function reach(repository: RepositoryUnderCheck, path: string, alsoMentions: boolean): ReadonlySet<string> {
  const graph = graphOf(repository);
  const key = `${alsoMentions ? "run" : "import"} ${path}`;
  const known = graph.reached.get(key);
  if (known) return known;
  const found = new Set([path]);
  for (const one of found) {
    for (const next of graph.imports.get(one) ?? []) found.add(next);
    if (alsoMentions) for (const next of graph.mentions.get(one) ?? []) found.add(next);
  }
  graph.reached.set(key, found);
  return found;
}

/** Every file that is loaded when this one is imported, itself included; planned files without a text too. */
export const importedBy = (repository: RepositoryUnderCheck, path: string): ReadonlySet<string> =>
  reach(repository, path, false);

/** Every file that takes part when this one is run: what it imports, and what it names in its strings. */
export const runWith = (repository: RepositoryUnderCheck, path: string): ReadonlySet<string> =>
  reach(repository, path, true);

/** The test files that reach a file, itself when it is one, sorted. */
export function testsOf(repository: RepositoryUnderCheck, path: string): string[] {
  if (isTestFile(path)) return [path];
  return repository.files
    .map((file) => file.path)
    .filter((other) => isTestFile(other) && runWith(repository, other).has(path))
    .sort();
}

/**
 * Every file that the container's verdict on one file may depend on: what it imports, what its tests run with, and
 * the configuration of the tools. For `pyproject.toml`, which is judged by building the package, all that goes into it.
 */
export function closureOf(repository: RepositoryUnderCheck, path: string): Set<string> {
  const found = new Set([path, ...CONFIGURATION]);
  if (path.endsWith(".py"))
    for (const file of [path, ...testsOf(repository, path)])
      for (const one of isTestFile(file) ? runWith(repository, file) : importedBy(repository, file)) found.add(one);
  if (path === "pyproject.toml")
    for (const { path: other } of [...repository.files, ...repository.missing])
      if (goesIntoPackage(other)) found.add(other);
  return new Set([...found].filter((one) => one === path || known(repository, one)));
}

/** Whether the package is built from this file: its code, and what its metadata names. */
export const goesIntoPackage = (path: string): boolean =>
  path.startsWith("src/") || /^(?:README|LICENSE|LICENCE|NOTICE)[^/]*$/.test(path);

const known = (repository: RepositoryUnderCheck, path: string): boolean =>
  graphOf(repository).hashes.has(path) || repository.missing.some((one) => one.path === path);

/** SHA-256 of all that the container's verdict on one file depends on, hex. */
export function closureDigest(repository: RepositoryUnderCheck, path: string): string {
  return digestOf(repository, closureOf(repository, path));
}

function digestOf(repository: RepositoryUnderCheck, paths: Iterable<string>): string {
  const { hashes } = graphOf(repository);
  const { packageName, floorMinor, testDatabaseVariable } = repository;
  const contents = [...new Set(paths)].sort().map((one) => [one, hashes.get(one) ?? null]);
  return sha256(JSON.stringify([packageName, floorMinor, testDatabaseVariable, contents]));
}

/** SHA-256 of all that a measurement over every test depends on, hex: code, what tests run with, settings. */
export function wholeDigest(repository: RepositoryUnderCheck): string {
  const { hashes } = graphOf(repository);
  const own = repository.files.map(({ path }) => path).filter((path) => path.endsWith(".py"));
  const run = own.filter(isTestFile).flatMap((test) => [...runWith(repository, test)]);
  return digestOf(
    repository,
    [...own, ...run, ...CONFIGURATION, ...COVERAGE_SETTINGS].filter((path) => hashes.has(path)),
  );
}
