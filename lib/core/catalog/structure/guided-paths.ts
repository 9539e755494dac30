import type { GuidedAnswers } from "./guided.ts";

const FOLDER = { configuration: "config/", data: "data/", schemas: "schemas/" } as const;

/**
 * The folders and files that the six guided answers ask for, beside what is generated anyway. What the features stage
 * decides (framework, site generator) only gets its place here.
 */
export function guidedPaths(
  { components, exposure, folders, examples, tests, docs }: GuidedAnswers,
  packageName: string,
): string[] {
  const root = `src/${packageName}/`;
  const paths = components.flatMap((name) => [
    `${root}${name}/__init__.py`,
    ...(tests === "beside" ? [`${root}${name}/tests/`] : []),
  ]);
  if (components.length === 0 && tests === "beside") paths.push(`${root}tests/`);
  if (tests === "apart")
    paths.push(...(components.length > 0 ? components.map((name) => `tests/${name}/`) : ["tests/"]));
  if (exposure === "api" || exposure === "both") paths.push(`${root}api/`);
  if (exposure === "cli" || exposure === "both") paths.push(`${root}cli.py`);
  paths.push(...folders.map((folder) => FOLDER[folder]));
  if (examples) paths.push("examples/");
  if (docs !== "none") paths.push("docs/");
  return paths;
}
