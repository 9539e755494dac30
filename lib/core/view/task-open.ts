import type { TaskRow } from "./generation-view.ts";

/** Whether something is still to be decided about a file. On its own, so that a browser need not load the catalog for it. */
export const isOpen = ({ status, newer }: Pick<TaskRow, "status" | "newer">): boolean =>
  status === "open" || status === "stale" || newer;
