import type { Blueprint, Task } from "../blueprint/blueprint.ts";
import { contractOf } from "../blueprint/contract-of.ts";
import type { Layer } from "../blueprint/define-artifact.ts";
import { hasPostgres, hasTests, testDatabaseVariable } from "../blueprint/documents/traits.ts";
import { moduleName } from "../blueprint/own-imports.ts";
import type { Design } from "../design/design.ts";
import type { RepositoryUnderCheck } from "./proof.ts";

/** Top folders whose files have a layer of their own, planned or not. */
const FOLDERS: readonly (readonly [string, Layer])[] = [
  ["tests/", "tests"],
  ["examples/", "examples"],
  ["docs/", "docs"],
];

/**
 * A whole repository for the checks: the plan of its design says what each file must be, `texts` how the files stand.
 * Files beyond the plan are judged too, by the rules of the layer they were put into; planned files without a text are missing.
 */
export function repositoryUnderCheck(
  design: Design,
  { tasks }: Pick<Blueprint, "tasks">,
  texts: ReadonlyMap<string, string>,
): RepositoryUnderCheck {
  const planned = new Map(tasks.map((task) => [task.path, task]));
  const present = [...texts.keys()].sort();
  const paths = [...new Set([...planned.keys(), ...present])].sort();
  const modules = paths.filter((path) => path.endsWith(".py")).map(moduleName);
  return {
    packageName: design.packageName,
    floorMinor: design.floor.minor,
    testDatabaseVariable: hasPostgres(design) && hasTests(design) ? testDatabaseVariable(design) : null,
    files: present.map((path) => {
      const task = planned.get(path);
      return {
        path,
        text: texts.get(path) as string,
        layer: task?.layer ?? layerAt(path, tasks),
        floorMinor: design.floor.minor,
        packageName: design.packageName,
        contract: task ? contractOf(task) : null,
        pyproject: texts.get("pyproject.toml") ?? "",
        modules,
        paths,
      };
    }),
    missing: tasks.filter(({ path }) => !texts.has(path)).map(({ path, id }) => ({ path, task: id })),
  };
}

/** The layer of a file that the plan does not know: that of its planned neighbours, or of its top folder. */
function layerAt(path: string, tasks: readonly Task[]): Layer {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const neighbour = tasks.find((task) => task.path.endsWith(".py") && task.path === `${folder}__init__.py`);
  return FOLDERS.find(([top]) => path.startsWith(top))?.[1] ?? neighbour?.layer ?? "none";
}
