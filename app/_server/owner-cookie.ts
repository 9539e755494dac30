import { env } from "#lib/io/env.ts";
import { hashOwnerSecret } from "#lib/io/owner.ts";
import type { Caller } from "#lib/wizard/caller.ts";

/** Over https the name binds the cookie to this host and to a secure connection; plain http is for one's own machine. */
export const overHttps = (): boolean => env().PUBLIC_URL?.startsWith("https:") ?? false;
export const cookieName = (): string => (overHttps() ? "__Host-sid" : "sid");

/** Whether a cookie's value can be an owner's secret. */
export const isSecret = (value: string | undefined): value is string => value !== undefined && value.length >= 40;

/** The owner who has this secret. */
export const callerOf = (secret: string): Caller => ({
  ownerHash: hashOwnerSecret(secret),
  actor: { kind: "owner", name: "you" },
  now: new Date(),
});

/** Who sends a request, by its owner cookie; null without one. */
export function ownerOf({ headers }: Request): Caller | null {
  const pairs = (headers.get("cookie") ?? "").split(/;\s*/).map((pair) => pair.split("=") as [string, string?]);
  const secret = pairs.find(([name]) => name === cookieName())?.[1];
  return isSecret(secret) ? callerOf(secret) : null;
}
