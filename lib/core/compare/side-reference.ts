/** What may stand on a side of a comparison, as it is written in an address. */
export type SideReference =
  /** A project; without an id the one whose page it is, without a version as it stands. */
  | { kind: "project"; projectId: string | null; version: number | null }
  /** A design that was pasted; it travels in the fragment or a body, never in the address. */
  | { kind: "pasted" };

/** The reference of the project whose page it is, as it stands. */
export const NOW = "now";
/** The reference of a pasted design, whose text is not in the address. */
export const PASTED = "pasted";

/** Reads `now`, `v12`, `<project>`, `<project>@12` or `pasted`; null for anything else. */
export function readSide(text: string): SideReference | null {
  if (text === PASTED) return { kind: "pasted" };
  if (text === NOW) return { kind: "project", projectId: null, version: null };
  const past = /^v(\d{1,9})$/.exec(text);
  if (past) return { kind: "project", projectId: null, version: Number(past[1]) };
  const other = /^([A-Za-z0-9_-]{22})(?:@(\d{1,9}))?$/.exec(text);
  return other ? { kind: "project", projectId: other[1] as string, version: other[2] ? Number(other[2]) : null } : null;
}

/** The reference of this project at a version of its log. */
export const atVersion = (version: number): string => `v${version}`;
