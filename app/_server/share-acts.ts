import type {
  MadeLink,
  NewComment,
  ProjectDiscussion,
  ProjectLinks,
  SaidComment,
  ShareLink,
  ThreadDocument,
} from "#lib/core/api/documents/project-share.ts";
import { projectRevision } from "#lib/core/api/revision.ts";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import { discussionDocument, linkDocument, threadDocument } from "#lib/core/view/share-documents.ts";
import { addComment } from "#lib/wizard/add-comment.ts";
import type { Caller } from "#lib/wizard/caller.ts";
import { listLinks } from "#lib/wizard/list-links.ts";
import { loadDiscussion } from "#lib/wizard/load-discussion.ts";
import { loadProject } from "#lib/wizard/load-project.ts";
import { type MakeLink, makeLink } from "#lib/wizard/make-link.ts";
import { resolveComment } from "#lib/wizard/resolve-comment.ts";
import { revokeLink } from "#lib/wizard/revoke-link.ts";
import { notHere } from "./owner-acts.ts";

/** The links of a project. */
export async function readLinks(caller: Caller, projectId: string): Promise<Result<ProjectLinks>> {
  const loaded = await loadProject(caller, projectId);
  const links = await listLinks(caller, projectId);
  if (!loaded || !links.ok) return notHere();
  return ok({
    project: projectId,
    revision: projectRevision(loaded.state.version),
    links: links.value.map(linkDocument),
  });
}

/** Makes a link; its address is in this answer only. */
export async function openDesign(
  caller: Caller,
  projectId: string,
  wanted: MakeLink,
  origin: string,
): Promise<Result<MadeLink>> {
  const made = await makeLink(caller, projectId, wanted);
  return made.ok ? ok({ link: linkDocument(made.value.link), address: `${origin}/s/${made.value.token}` }) : made;
}

/** Closes a link and shows it closed. */
export async function closeLink(caller: Caller, projectId: string, linkId: string): Promise<Result<ShareLink>> {
  const revoked = await revokeLink(caller, projectId, linkId);
  if (!revoked.ok) return revoked;
  const links = await listLinks(caller, projectId);
  const link = links.ok ? links.value.find(({ id }) => id === linkId) : undefined;
  return link ? ok(linkDocument(link)) : notHere();
}

/** What was said about a project. */
export async function readDiscussion(caller: Caller, projectId: string): Promise<Result<ProjectDiscussion>> {
  const loaded = await loadProject(caller, projectId);
  const discussion = await loadDiscussion(caller, projectId);
  if (!loaded || !discussion) return notHere();
  const revision = projectRevision(loaded.state.version);
  return ok({ project: projectId, revision, ...discussionDocument(discussion) });
}

/** Says something in the owner's name: an answer to a thread, or a thread of its own. */
export async function sayAsOwner(
  caller: Caller,
  projectId: string,
  { text, thread, anchor = { kind: "general" } }: NewComment,
): Promise<Result<SaidComment>> {
  const about = thread ? { parentId: thread } : { anchor };
  const said = await addComment(caller, projectId, { kind: "owner" }, { text, about });
  if (!said.ok) return said;
  const shown = await threadNow(caller, projectId, thread ?? said.value.id);
  return shown.ok ? ok({ comment: said.value.id, thread: shown.value }) : shown;
}

/** Settles a thread, or opens it again. */
export async function settleThread(
  caller: Caller,
  projectId: string,
  threadId: string,
  resolved: boolean,
): Promise<Result<ThreadDocument>> {
  const settled = await resolveComment(caller, projectId, threadId, resolved);
  return settled.ok ? threadNow(caller, projectId, threadId) : settled;
}

async function threadNow(caller: Caller, projectId: string, threadId: string): Promise<Result<ThreadDocument>> {
  const thread = (await loadDiscussion(caller, projectId))?.threads.find(({ id }) => id === threadId);
  if (thread) return ok(threadDocument(thread));
  return refuse("comment", "not-found", "This thread went with its project.", "Look whether the project still exists.");
}
