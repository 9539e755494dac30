import { formatPatch, structuredPatch } from "diff";
import type { DeliveredFile } from "../delivery/repository.ts";
import { namesOf, type Sides } from "./sides.ts";

/** Lines around a change, as git has them. */
const CONTEXT = 3;

/**
 * What turns the left files into the right ones, for `git apply` and `patch -p1`: new, deleted and changed files with their modes.
 * Empty when nothing differs.
 */
export function patchBetween({ left, right }: Sides<readonly DeliveredFile[]>): string {
  const files = { left: byPath(left), right: byPath(right) };
  return namesOf({ left: files.left.keys(), right: files.right.keys() })
    .map((path) => patchOf(path, files.left.get(path), files.right.get(path)))
    .join("");
}

function patchOf(path: string, left: DeliveredFile | undefined, right: DeliveredFile | undefined): string {
  if (left?.text === right?.text && left?.mode === right?.mode) return "";
  const names = [left ? `a/${path}` : NOWHERE, right ? `b/${path}` : NOWHERE] as const;
  const patch = structuredPatch(...names, left?.text ?? "", right?.text ?? "", undefined, undefined, {
    context: CONTEXT,
  });
  const modes = { ...(left ? { oldMode: mode(left) } : {}), ...(right ? { newMode: mode(right) } : {}) };
  const written = formatPatch({
    ...patch,
    isGit: true,
    isCreate: !left,
    isDelete: !right,
    ...(left?.mode === right?.mode ? {} : modes),
  });
  // Without this line GNU patch takes an empty file that comes or goes for a mistake, and asks.
  const emptied = patch.hunks.length === 0 && (!left || !right);
  return emptied ? `${written}index ${left ? EMPTY : NO_FILE}..${right ? EMPTY : NO_FILE}\n` : written;
}

/** How git calls an empty file, and none. */
const EMPTY = "e69de29";
const NO_FILE = "0000000";

const NOWHERE = "/dev/null";

const mode = (file: DeliveredFile): string => `100${file.mode.toString(8)}`;

const byPath = (files: readonly DeliveredFile[]): Map<string, DeliveredFile> =>
  new Map(files.map((file) => [file.path, file]));
