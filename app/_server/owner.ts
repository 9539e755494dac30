import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { env } from "#lib/io/env.ts";
import { hashOwnerSecret, newOwnerSecret } from "#lib/io/owner.ts";
import type { Caller } from "#lib/wizard/caller.ts";

const TEN_YEARS = 315_360_000;

/** Over https the name binds the cookie to this host and to a secure connection; plain http is for one's own machine. */
const overHttps = (): boolean => env().PUBLIC_URL?.startsWith("https:") ?? false;
const cookieName = (): string => (overHttps() ? "__Host-sid" : "sid");

const callerOf = (secret: string): Caller => ({
  ownerHash: hashOwnerSecret(secret),
  actor: { kind: "owner", name: "you" },
  now: new Date(),
});

/** Who asks, by the owner cookie; null for a browser that has none. */
export const currentCaller = cache(async (): Promise<Caller | null> => {
  const secret = (await cookies()).get(cookieName())?.value;
  return secret && secret.length >= 40 ? callerOf(secret) : null;
});

/** The same, making the cookie when there is none. Only inside a server action. */
export async function callerOrNew(): Promise<Caller> {
  const known = await currentCaller();
  if (known) return known;
  const secret = newOwnerSecret();
  (await cookies()).set(cookieName(), secret, {
    httpOnly: true,
    secure: overHttps(),
    sameSite: "lax",
    path: "/",
    maxAge: TEN_YEARS,
  });
  return callerOf(secret);
}
