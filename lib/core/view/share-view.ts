import type { Discussion } from "../share/discussion.ts";
import type { LinkView } from "./link-view.ts";
import { whenWords } from "./when.ts";

/** One link, in words. */
export interface LinkLine extends Pick<LinkView, "id" | "label" | "scope" | "state" | "uses"> {
  created: string;
  expires: string;
  used: string;
}

/** The share page of a project as plain data. */
export interface ShareView extends Discussion {
  links: LinkLine[];
  open: number;
  /** Milliseconds since 1970. */
  now: number;
}

/** Links and discussion of a project at a moment. */
export const shareView = (links: readonly LinkView[], discussion: Discussion, now: number): ShareView => ({
  ...discussion,
  links: links.map(({ id, label, scope, state, uses, createdAt, expiresAt, lastUsedAt }) => ({
    id,
    label,
    scope,
    state,
    uses,
    created: whenWords(createdAt, now),
    expires: dayWords(expiresAt),
    used: lastUsedAt ? whenWords(lastUsedAt, now) : "",
  })),
  open: discussion.threads.filter(({ resolvedAt }) => resolvedAt === null).length,
  now,
});

/** A day to come; whoever plans by it wants the date. */
const dayWords = (at: string): string => whenWords(at, Number.POSITIVE_INFINITY);
