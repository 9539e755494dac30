import { use } from "react";
import type { CheckedView } from "#lib/core/view/task-view.ts";

/** Known verdicts come as they are; others as a promise that the server fulfils when the checks have run. */
export type MaybeChecked = CheckedView | Promise<CheckedView | null> | null;

/** The verdict; suspends while the checks still run. */
export function useChecked(checked: MaybeChecked): CheckedView | null {
  return checked !== null && "then" in checked ? use(checked) : checked;
}
