import type { Design } from "../../design/design.ts";
import { plainLine } from "../encode.ts";
import { toolchainOf } from "../toolchains/index.ts";
import { backendRequirement, newestPythonMinor } from "../versions.ts";
import { dependencyGroups, requirements } from "./dependencies.ts";
import { type TomlTable, tomlDocument } from "./toml.ts";
import { toolTables } from "./tool-tables.ts";
import { isClosed, isService } from "./traits.ts";

/** The Python minors from the floor to the newest stable one: "3.13", "3.14", "3.15" (PV10). */
export const pythonMinors = ({ floor }: Design): string[] =>
  Array.from({ length: Math.max(newestPythonMinor - floor.minor, 0) + 1 }, (_, index) => `3.${floor.minor + index}`);

/** Metadata forbids commas in an author's name, so a list of names becomes several authors. */
const authors = ({ answers }: Design): { name: string }[] =>
  plainLine(answers.intake.author)
    .split(",")
    .map((name) => ({ name: name.trim() }))
    .filter(({ name }) => name !== "");

function project(design: Design): TomlTable {
  const closed = isClosed(design);
  const named = authors(design);
  return {
    name: design.repositoryName,
    version: "0.1.0",
    description: design.answers.intake.description,
    readme: "README.md",
    license: closed ? "LicenseRef-Proprietary" : design.answers.intake.licence,
    "license-files": ["LICENSE"],
    // No upper bound: a cap is back-solved wrongly by resolvers (PP004).
    "requires-python": `>=${design.floor.text}`,
    authors: named.length > 0 ? named : undefined,
    classifiers: [
      ...(closed ? ["Private :: Do Not Upload"] : []),
      "Programming Language :: Python :: 3 :: Only",
      ...pythonMinors(design).map((minor) => `Programming Language :: Python :: ${minor}`),
      "Typing :: Typed",
    ],
    dependencies: requirements(design, "runtime"),
    scripts: isService(design) ? { [design.repositoryName]: `${design.packageName}.__main__:main` } : undefined,
  };
}

/** The text of pyproject.toml: metadata, groups and the tables of every tool the repository runs. */
export function pyproject(design: Design): string {
  const { buildSystem, tables } = toolchainOf(design);
  return tomlDocument({
    "build-system": { requires: [backendRequirement(buildSystem.backend)], "build-backend": buildSystem.entry },
    project: project(design),
    "dependency-groups": dependencyGroups(design),
    tool: { ...tables(design), ...toolTables(design) },
  });
}
