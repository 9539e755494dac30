import { MAX_REPAIRS } from "../repair/attempts.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { ProjectEvent } from "./state.ts";

export interface RepairCommand {
  type: "repair";
  path: string;
  draftNumber: number;
  sha256: string;
  reasons: string[];
  /** Repairs applied since somebody last wrote this file. */
  soFar: number;
}

/** What a person can still do with a file that no repair helps any more. */
export const INSTEAD_OF_REPAIR =
  "Edit it, regenerate it with the failures in the sub-prompt, defer it, or accept it as it is with a written reason where no critical check failed.";

/** The refusal of a third repair in a row. */
export const repairsSpent = (path: string) =>
  refuse(path, "repairs-spent", `${path} has been repaired ${MAX_REPAIRS} times in a row.`, INSTEAD_OF_REPAIR);

/** Decides whether a repair may become the next draft: at most two in a row. */
export function decideRepair({ soFar, path, draftNumber, sha256, reasons }: RepairCommand): Result<ProjectEvent[]> {
  return soFar >= MAX_REPAIRS
    ? repairsSpent(path)
    : ok([{ type: "task-repaired", path, draftNumber, sha256, reasons }]);
}
