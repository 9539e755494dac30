import { MAX_REPAIRS } from "../repair/attempts.ts";
import type { Problem } from "../result.ts";
import type { DiffLine } from "./consequences-view.ts";
import { diffLines } from "./diff-lines.ts";

/** A repair that waits for a person's leave, or why there is none. */
export type RepairView =
  | {
      kind: "proposed";
      /** What approving binds: the draft that is mended, and what becomes of it. */
      base: string;
      sha256: string;
      reasons: string[];
      before: number;
      after: number;
      /** Which of the repairs in a row it would be, and how many there may be. */
      attempt: number;
      most: number;
      lines: DiffLine[];
      added: number;
      removed: number;
    }
  | { kind: "none"; message: string; hint: string };

interface Proposal {
  base: string;
  sha256: string;
  reasons: string[];
  before: number;
  after: number;
  attempt: number;
  hunks: { newStart: number; lines: string[] }[];
  added: number;
  removed: number;
}

/** A proposal as the page shows it, without the text itself: applying works it out again and compares. */
export function repairView({
  hunks,
  base,
  sha256,
  reasons,
  before,
  after,
  attempt,
  added,
  removed,
}: Proposal): RepairView {
  return {
    kind: "proposed",
    base,
    sha256,
    reasons,
    before,
    after,
    attempt,
    most: MAX_REPAIRS,
    lines: diffLines(hunks),
    added,
    removed,
  };
}

/** Why a failing file gets no proposal. */
export const noRepair = ([problem]: readonly Problem[]): RepairView => ({
  kind: "none",
  message: problem?.message ?? "",
  hint: problem?.hint ?? "",
});
