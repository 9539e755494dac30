"use server";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { requestOrigin } from "#app/_server/api/request-origin.ts";
import { asOwner } from "#app/_server/as-owner.ts";
import type { NewLink } from "#components/share/owner/share-actions.ts";
import { ok, type Result } from "#lib/core/result.ts";
import { LINK_SCOPES } from "#lib/core/share/limits.ts";
import { addComment } from "#lib/wizard/add-comment.ts";
import { makeLink } from "#lib/wizard/make-link.ts";
import { resolveComment } from "#lib/wizard/resolve-comment.ts";
import { revokeLink } from "#lib/wizard/revoke-link.ts";

const newLink = z.object({ label: z.string().max(1_000), scope: z.enum(LINK_SCOPES), days: z.number() });
const id = z.string().max(64);
const answered = z.object({ threadId: id, text: z.string().max(20_000) });
const resolving = z.object({ threadId: id, resolved: z.boolean() });

export async function make(projectId: string, input: NewLink): Promise<Result<{ address: string }>> {
  const made = await asOwner(newLink, input, (caller, parsed) => makeLink(caller, projectId, parsed));
  if (!made.ok) return made;
  refresh();
  return ok({ address: `${requestOrigin(await headers())}/s/${made.value.token}` });
}

export async function revoke(projectId: string, linkId: string): Promise<Result<true>> {
  return refreshed(await asOwner(id, linkId, (caller, parsed) => revokeLink(caller, projectId, parsed)));
}

export async function answer(projectId: string, threadId: string, text: string): Promise<Result<unknown>> {
  return refreshed(
    await asOwner(answered, { threadId, text }, (caller, said) =>
      addComment(caller, projectId, { kind: "owner" }, { text: said.text, about: { parentId: said.threadId } }),
    ),
  );
}

export async function resolve(projectId: string, threadId: string, resolved: boolean): Promise<Result<true>> {
  return refreshed(
    await asOwner(resolving, { threadId, resolved }, (caller, asked) =>
      resolveComment(caller, projectId, asked.threadId, asked.resolved),
    ),
  );
}

function refreshed<T>(done: Result<T>): Result<T> {
  if (done.ok) refresh();
  return done;
}
