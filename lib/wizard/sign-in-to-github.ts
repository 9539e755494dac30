import { ok, type Result } from "#lib/core/result.ts";
import type { SignIn } from "#lib/core/view/push-view.ts";
import { beginSignIn, endSignIn, signInOf } from "#lib/io/forge/device-sign-in.ts";
import type { Caller } from "./caller.ts";

/** Gives a code to type at GitHub; what is granted there serves this owner's next push. */
export const startSignIn = ({ ownerHash }: Caller): Promise<Result<SignIn>> => beginSignIn(ownerHash);

/** How the caller's sign-in stands; null when there is none. */
export const currentSignIn = async ({ ownerHash }: Caller): Promise<Result<SignIn | null>> => ok(signInOf(ownerHash));

/** Forgets the caller's sign-in and what it granted. */
export async function leaveSignIn({ ownerHash }: Caller): Promise<Result<true>> {
  endSignIn(ownerHash);
  return ok(true);
}
