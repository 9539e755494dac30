import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { endedLink, type OpenLink, openLink } from "#lib/wizard/open-link.ts";
import { currentCaller } from "../owner.ts";
import { guessesTooMuch, noteMiss } from "./lookups.ts";

/** What the token of a page opens, or null. Once per request; what opens nothing is counted. */
export const findOpen = cache(async (token: string): Promise<OpenLink | null> => {
  const sent = await headers();
  if (guessesTooMuch(sent)) return null;
  const open = await openLink(token, new Date());
  if (!open) noteMiss(sent);
  return open;
});

/** The same, or the 404 page; the owner of a link that has ended is told so instead. */
export async function openOr404(token: string): Promise<OpenLink> {
  const open = await findOpen(token);
  if (open) return open;
  const caller = await currentCaller();
  if (caller && (await endedLink(caller, token))) redirect(`/s/${token}/ended`);
  notFound();
}
