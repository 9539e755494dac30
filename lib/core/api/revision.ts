/** What of a task a change can be bound to: where people stand with it, and its newest text. */
interface TaskStanding {
  status: string;
  draft: { number: number; sha256: string } | null;
}

/** The revision of a project: it goes up with every change of its log. */
export const projectRevision = (version: number): string => `v${version}`;

/** The revision of a task. That checks finished, or that another task moved on, leaves it as it is. */
export const taskRevision = ({ status, draft }: TaskStanding): string =>
  draft ? `d${draft.number}-${draft.sha256.slice(0, 8)}-${status}` : `d0-${status}`;

/** The entity tag of one document: before its dot the revision, behind it which bytes. */
export const entityTag = (revision: string, hash: string): string => `"${revision}.${hash.slice(0, 20)}"`;

const TAG = /^(?:W\/)?"([\x21\x23-\x7e]*)"$/;

/**
 * Whether an If-Match header names a revision. Only what stands before the dot of a tag counts, so that a change is
 * not refused because of checks that finished meanwhile. `*` names every revision; what is no tag names none.
 */
export const namesRevision = (ifMatch: string, revision: string): boolean =>
  ifMatch
    .split(",")
    .map((tag) => tag.trim())
    .some((tag) => tag === "*" || TAG.exec(tag)?.[1]?.split(".")[0] === revision);
