import { ok, type Result, refuse } from "../../result.ts";
import { pathProblems, pathsProblems } from "./own-path.ts";

/** A path of the tree the person edits: files, or folders with a final slash. */
type Paths = readonly string[];

const isFolder = (path: string): boolean => path.endsWith("/");

/** Everything at or below a path. */
const within = (paths: Paths, at: string): string[] =>
  paths.filter((path) => path === at || (isFolder(at) && path.startsWith(at)));

const parentOf = (path: string): string => path.slice(0, path.replace(/\/$/, "").lastIndexOf("/") + 1);

/** The last name of a path, with the slash of a folder. */
const nameOf = (path: string): string => path.slice(parentOf(path).length);

function checked(paths: Paths, changed: readonly string[]): Result<string[]> {
  const own = changed.flatMap((path) => pathProblems(path, path));
  if (own.length > 0) return { ok: false, error: own };
  const clash = pathsProblems(paths, "paths")[0];
  return clash ? { ok: false, error: [{ ...clash, path: changed[0] ?? clash.path }] } : ok([...paths]);
}

/** Adds a file, or a folder when the path ends with a slash. A folder that only held its own place gives way to its first file. */
export function addPath(paths: Paths, path: string): Result<string[]> {
  const kept = paths.filter((other) => !(isFolder(other) && path !== other && path.startsWith(other)));
  if (isFolder(path) && paths.some((other) => other !== path && other.startsWith(path))) {
    return refuse(path, "repeated", `"${path}" exists already.`, "Choose another name.");
  }
  return checked([...kept, path], [path]);
}

/** Gives a file or a folder another name in the same place; what is inside moves along. */
export function renamePath(paths: Paths, path: string, name: string): Result<string[]> {
  if (name.replace(/\/$/, "").includes("/"))
    return refuse(path, "bad_path", "A name holds no slash.", "Move it to put it elsewhere.");
  const bare = name.replace(/\/$/, "");
  return relocate(paths, path, `${parentOf(path)}${bare}${isFolder(path) ? "/" : ""}`);
}

/** Moves a file or a folder with all that is inside into another folder; `""` is the top of the repository. */
export function movePath(paths: Paths, path: string, folder: string): Result<string[]> {
  if (isFolder(path) && folder.startsWith(path))
    return refuse(path, "into_itself", "A folder cannot be moved into itself.", "Choose a folder outside it.");
  return relocate(paths, path, `${folder === "" || isFolder(folder) ? folder : `${folder}/`}${nameOf(path)}`);
}

/** Takes out a file, or a folder with all that is inside. The folder it stood in stays, empty. */
export function removePath(paths: Paths, path: string): Result<string[]> {
  const gone = new Set(within(paths, path));
  if (gone.size === 0)
    return refuse(path, "unknown_path", `"${path}" is not in the tree.`, "It may have been removed already.");
  return ok(
    keepingFolder(
      paths.filter((other) => !gone.has(other)),
      parentOf(path),
    ),
  );
}

function relocate(paths: Paths, from: string, to: string): Result<string[]> {
  if (from === to) return ok([...paths]);
  const moved = new Set(within(paths, from));
  if (moved.size === 0)
    return refuse(from, "unknown_path", `"${from}" is not in the tree.`, "It may have been removed already.");
  const others = paths.filter((path) => !moved.has(path));
  if (others.some((path) => path === to || path.startsWith(isFolder(to) ? to : `${to}/`))) {
    return refuse(from, "repeated", `"${to}" exists already.`, "Choose another name or place.");
  }
  const target = parentOf(to);
  const changed = [...moved].map((path) => `${to}${path.slice(from.length)}`);
  const renamed = paths
    .map((path) => (moved.has(path) ? `${to}${path.slice(from.length)}` : path))
    .filter((path) => path !== target);
  const result = checked(renamed, changed);
  if (!result.ok || parentOf(from) === target) return result;
  const kept = keepingFolder(result.value, parentOf(from));
  // The emptied folder gives way where what was moved now bears its name.
  return pathsProblems(kept, "paths").length > 0 ? result : ok(kept);
}

/** A folder that lost its last content stays in the tree until it is removed itself. */
function keepingFolder(paths: string[], folder: string): string[] {
  return folder === "" || paths.some((path) => path.startsWith(folder)) ? paths : [...paths, folder];
}
