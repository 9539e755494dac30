import type { Draft } from "../project/drafts.ts";

/** How many repairs in a row a task may get (WORKFLOW 6); then a person or an agent has to write. */
export const MAX_REPAIRS = 2;

/** Repairs applied since somebody last wrote a draft of this file. */
export function repairsSoFar(drafts: readonly Draft[], path: string): number {
  const own = drafts.filter((draft) => draft.path === path);
  return own.length - 1 - own.findLastIndex(({ source }) => source !== "repair");
}
