import { type Discussion, discussionOf } from "#lib/core/share/discussion.ts";
import { countOpenThreads, discussionMark, listComments } from "#lib/io/db/queries/get-discussion.ts";
import { getLog, getProject } from "#lib/io/db/queries/get-project.ts";
import type { Caller } from "./caller.ts";

/** What was said about a project and which verdicts were given; null for whoever does not act for its owner. */
export async function loadDiscussion(caller: Caller, projectId: string): Promise<Discussion | null> {
  const [state, comments, log] = await Promise.all([
    getProject(projectId, caller.ownerHash),
    listComments(projectId, caller.ownerHash),
    getLog(projectId, caller.ownerHash),
  ]);
  return state && discussionOf(state, comments, log);
}

/** How many threads wait for the owner. */
export const openThreads = ({ ownerHash }: Caller, projectId: string): Promise<number> =>
  countOpenThreads(projectId, ownerHash);

/** A text that changes whenever the owner's page about the discussion would show something else; null for strangers. */
export const followDiscussion = ({ ownerHash }: Caller, projectId: string): Promise<string | null> =>
  discussionMark(projectId, ownerHash);
