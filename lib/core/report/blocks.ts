/** A part of the report that every form can draw. Texts are plain; each form encodes them for itself. */
export type Block =
  | { kind: "text"; text: string }
  | { kind: "notice"; text: string }
  | { kind: "list"; items: string[] }
  /** Names with their values. */
  | { kind: "facts"; facts: [name: string, value: string][] }
  | { kind: "table"; head: string[]; rows: string[][] }
  | { kind: "code"; language: string; text: string }
  /** Drawn where there is a screen; its numbers stand in a table beside it. */
  | { kind: "radar"; label: string; axes: { label: string; value: number; max: number }[] }
  | { kind: "trend"; label: string; points: number[]; max: number }
  | { kind: "matrix"; label: string; rows: { label: string; cells: Mark[] }[]; columns: string[] };

/** One cell of a matrix of checks; "none" where a check has nothing to say about a file. */
export type Mark = "pass" | "partial" | "fail" | "skipped" | "pending" | "none";

export interface Section {
  id: string;
  title: string;
  blocks: Block[];
  sections?: Section[];
}

export interface ReportDocument {
  title: string;
  lead: string;
  sections: Section[];
}

/** A paragraph. */
export const text = (words: string): Block => ({ kind: "text", text: words });
/** A table without the columns in which no row has anything. */
export function table(head: string[], rows: string[][]): Block {
  const filled = head.map((_, column) => rows.some((row) => row[column] !== ""));
  const kept = <T>(row: readonly T[]) => row.filter((_, column) => filled[column]);
  return rows.length === 0 ? text("None.") : { kind: "table", head: kept(head), rows: rows.map(kept) };
}
/** Names with their values, without those that have none. */
export const facts = (all: [name: string, value: string][]): Block => ({
  kind: "facts",
  facts: all.filter(([, value]) => value !== ""),
});
/** A list; an empty one says so. */
export const list = (items: string[]): Block => (items.length === 0 ? text("None.") : { kind: "list", items });
/** An ISO 8601 time to the minute, in UTC; empty without one. */
export const day = (at: string | null): string => (at === null ? "" : `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`);
/** A share from 0 to 1 in whole percent, rounded down: only what is whole says 100. */
export const percent = (share: number | null): string =>
  share === null ? "nothing has run" : `${Math.floor(share * 100)} %`;
