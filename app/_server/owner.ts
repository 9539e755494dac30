import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { newOwnerSecret } from "#lib/io/owner.ts";
import type { Caller } from "#lib/wizard/caller.ts";
import { callerOf, cookieName, isSecret, overHttps } from "./owner-cookie.ts";

const TEN_YEARS = 315_360_000;

/** Who asks, by the owner cookie; null for a browser that has none. */
export const currentCaller = cache(async (): Promise<Caller | null> => {
  const secret = (await cookies()).get(cookieName())?.value;
  return isSecret(secret) ? callerOf(secret) : null;
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
