import type { ProofRow } from "#lib/core/view/proof-view.ts";

/** The ways to narrow the matrix, in the order they are offered. */
export const MATRIX_KINDS: readonly { id: string; label: string; has(row: ProofRow): boolean }[] = [
  { id: "all", label: "All files", has: () => true },
  { id: "failing", label: "Failing", has: ({ state }) => state === "critical" || state === "failed" },
  { id: "waiting", label: "Waiting", has: ({ state }) => state === "pending" || state === "partial" },
  { id: "unproved", label: "Not fully run", has: ({ state }) => state === "unproved" || state === null },
  { id: "passed", label: "Passed", has: ({ state }) => state === "passed" },
];

/** The cell that the keyboard is on. */
export interface Place {
  row: number;
  column: number;
}

/** Where a key leads in a grid of files by checks; null for keys that lead nowhere. */
export function moveIn(place: Place, key: string, rows: number, columns: number): Place | null {
  const to = (row: number, column: number): Place => ({
    row: Math.min(Math.max(row, 0), rows - 1),
    column: Math.min(Math.max(column, 0), columns - 1),
  });
  switch (key) {
    case "ArrowDown":
      return to(place.row + 1, place.column);
    case "ArrowUp":
      return to(place.row - 1, place.column);
    case "ArrowRight":
      return to(place.row, place.column + 1);
    case "ArrowLeft":
      return to(place.row, place.column - 1);
    case "PageDown":
      return to(place.row + 10, place.column);
    case "PageUp":
      return to(place.row - 10, place.column);
    case "Home":
      return to(place.row, 0);
    case "End":
      return to(place.row, columns - 1);
    default:
      return null;
  }
}
