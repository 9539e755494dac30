import { type Revocable, type RevocableRow, revocable } from "./revocable.ts";

/** One agent's leave, as the owner sees it; the token itself was shown once and is not kept. */
export interface GrantView extends Revocable {
  id: string;
  name: string;
  mayAccept: boolean;
  actsAsOwner: boolean;
}

interface GrantRow extends RevocableRow {
  id: string;
  name: string;
  mayAccept: boolean;
  actsAsOwner: boolean;
}

/** A grant at a moment. */
export function grantView(row: GrantRow, now: Date): GrantView {
  return {
    id: row.id,
    name: row.name,
    mayAccept: row.mayAccept,
    actsAsOwner: row.actsAsOwner,
    ...revocable(row, now),
  };
}
