import type { ProjectDiscussion, ShareLink, ThreadDocument } from "../api/documents/project-share.ts";
import type { Answer, Discussion, Thread } from "../share/discussion.ts";
import type { LinkView } from "./link-view.ts";

/** A link as programs see it. */
export const linkDocument = ({ createdAt, expiresAt, lastUsedAt, ...link }: LinkView): ShareLink => ({
  ...link,
  created_at: createdAt,
  expires_at: expiresAt,
  last_used_at: lastUsedAt,
});

/** A thread as programs see it. */
export const threadDocument = ({ anchor, about, resolvedAt, answers, ...said }: Thread): ThreadDocument => ({
  ...saidDocument(said),
  anchor,
  about,
  resolved_at: resolvedAt,
  answers: answers.map(saidDocument),
});

/** A discussion as programs see it. */
export const discussionDocument = ({
  threads,
  verdicts,
}: Discussion): Pick<ProjectDiscussion, "threads" | "verdicts"> => ({
  threads: threads.map(threadDocument),
  verdicts,
});

const saidDocument = ({ id, author, byOwner, text, at }: Answer) => ({ id, author, by_owner: byOwner, text, at });
