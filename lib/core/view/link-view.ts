import type { LinkScope } from "../share/limits.ts";
import { type Revocable, type RevocableRow, revocable } from "./revocable.ts";

/** One link, as the owner sees it; the token itself was shown once and is not kept. */
export interface LinkView extends Revocable {
  id: string;
  label: string;
  scope: LinkScope;
  uses: number;
}

interface LinkRow extends RevocableRow {
  id: string;
  label: string;
  scope: LinkScope;
  uses: number;
}

/** A link at a moment. */
export const linkView = (row: LinkRow, now: Date): LinkView => ({
  id: row.id,
  label: row.label,
  scope: row.scope,
  ...revocable(row, now),
  uses: row.uses,
});
