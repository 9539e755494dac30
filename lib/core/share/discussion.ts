import { checkpointHash } from "../project/progress.ts";
import type { LoggedEvent, ProjectState } from "../project/state.ts";
import type { ReviewVerdict } from "../share/limits.ts";
import { type Anchor, anchorKey } from "./anchor.ts";
import { anchorWords } from "./known-anchor.ts";

/** A comment as it is kept; times are ISO 8601. */
export interface Comment {
  id: string;
  /** The link it came through; null for the owner's own. */
  linkId: string | null;
  author: string;
  anchor: Anchor;
  parentId: string | null;
  text: string;
  at: string;
  resolvedAt: string | null;
  resolvedBy: string;
}

export interface Answer {
  id: string;
  author: string;
  byOwner: boolean;
  text: string;
  at: string;
}

/** A comment with its answers, and whether it is settled. */
export interface Thread extends Answer {
  anchor: Anchor;
  /** The same for all threads about the same part. */
  key: string;
  /** What it is about, in words. */
  about: string;
  resolvedAt: string | null;
  resolvedBy: string;
  answers: Answer[];
}

/** What a colleague thought of the design. */
export interface GivenVerdict {
  version: number;
  name: string;
  verdict: ReviewVerdict;
  text: string;
  at: string;
  /** The link it came through. */
  link: string;
  /** It was given for the answers as they stand now. */
  current: boolean;
  /** The same person has given another one since, through the same link; that one counts. */
  replaced: boolean;
}

/** Everything colleagues said about a design. */
export interface Discussion {
  threads: Thread[];
  /** The newest first. */
  verdicts: GivenVerdict[];
}

/** The comments as threads, oldest first, and the verdicts of the log. */
export function discussionOf(
  state: ProjectState,
  comments: readonly Comment[],
  log: readonly LoggedEvent[],
): Discussion {
  const now = checkpointHash(state, 2);
  const given = log.flatMap((logged) =>
    logged.event.type === "verdict-given" ? [{ ...logged, event: logged.event }] : [],
  );
  const last = new Map(given.map(({ event, by, version }) => [`${event.linkId} ${by.name}`, version]));
  const answers = Map.groupBy(
    comments.filter(({ parentId }) => parentId !== null),
    ({ parentId }) => parentId,
  );
  return {
    threads: comments
      .filter(({ parentId }) => parentId === null)
      .map((comment) => ({
        ...saidBy(comment),
        anchor: comment.anchor,
        key: anchorKey(comment.anchor),
        about: anchorWords(comment.anchor),
        resolvedAt: comment.resolvedAt,
        resolvedBy: comment.resolvedBy,
        answers: (answers.get(comment.id) ?? []).map(saidBy),
      })),
    verdicts: given
      .map(({ event, by, at, version }) => ({
        version,
        name: by.name,
        verdict: event.verdict,
        text: event.text,
        at,
        link: event.label,
        current: event.designHash === now,
        replaced: last.get(`${event.linkId} ${by.name}`) !== version,
      }))
      .reverse(),
  };
}

const saidBy = ({ id, author, linkId, text, at }: Comment): Answer => ({
  id,
  author,
  byOwner: linkId === null,
  text,
  at,
});
