import { createOAuthDeviceAuth } from "@octokit/auth-oauth-device";
import { Octokit } from "@octokit/core";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import type { SignIn } from "#lib/core/view/push-view.ts";
import { env } from "../env.ts";
import { apiOf, forgeSites } from "./open-forge.ts";
import { PATIENCE, SILENT } from "./rest.ts";

interface Held extends SignIn {
  token: string;
  over: AbortController;
}

const LASTS_MS = 10 * 60_000;
/** People who sign in at once; the next one pastes a token. */
const MOST = 500;

// One for each process: Next bundles routes apart, and all of them have to find the same. Never stored elsewhere.
const shared = globalThis as { plumblineSignIns?: Map<string, Held> };
const held = (): Map<string, Held> => {
  shared.plumblineSignIns ??= new Map();
  return shared.plumblineSignIns;
};

/** Whether the operator has a GitHub App through which people may sign in. */
export const canSignIn = (): boolean => env().PLUMBLINE_GITHUB_CLIENT_ID !== undefined;

/** Begins a sign-in for this owner alone, in place of an earlier one. The code is good for ten minutes at most. */
export async function beginSignIn(ownerHash: string): Promise<Result<SignIn>> {
  const clientId = env().PLUMBLINE_GITHUB_CLIENT_ID;
  if (!clientId || (held().size >= MOST && !held().has(ownerHash)))
    return refuse("token", "no-sign-in", "Signing in with a code is not possible here now.", "Paste a token instead.");
  endSignIn(ownerHash);
  const site = forgeSites().github;
  const over = new AbortController();
  const one: Held = {
    state: "waiting",
    code: "",
    // The address is ours to know: an answer cannot send a person with a code elsewhere.
    url: `${site}/login/device`,
    endsAt: Date.now() + LASTS_MS,
    token: "",
    over,
  };
  setTimeout(() => forget(ownerHash, one), LASTS_MS).unref();
  held().set(ownerHash, one);
  return new Promise((done) => {
    const authorise = createOAuthDeviceAuth({
      clientType: "github-app",
      clientId,
      request: requestWithin(apiOf("github", site), over.signal) as never,
      onVerification: ({ user_code }) => {
        one.code = user_code;
        done(ok(shown(one)));
      },
    });
    authorise({ type: "oauth" })
      .then(({ token }) => {
        if (!over.signal.aborted) Object.assign(one, { state: "granted", token });
      })
      .catch(() => {
        one.state = "refused";
        // After a code was given this is only heard by those who ask how it stands.
        done(refuse("token", "no-sign-in", "GitHub gave no code to sign in with.", "Try again, or paste a token."));
      });
  });
}

/** Ends one sign-in, and takes it away unless another took its place. */
function forget(ownerHash: string, one: Held): void {
  one.over.abort();
  one.token = "";
  if (held().get(ownerHash) === one) held().delete(ownerHash);
}

/** How the sign-in of this owner stands; null when there is none. */
export function signInOf(ownerHash: string): SignIn | null {
  const one = held().get(ownerHash);
  return one ? shown(one) : null;
}

/** The token that was granted to this owner; it stays on the server. */
export const grantedToken = (ownerHash: string): string | null => held().get(ownerHash)?.token || null;

/** Forgets a sign-in and what it granted. */
export function endSignIn(ownerHash: string): void {
  const one = held().get(ownerHash);
  if (one) forget(ownerHash, one);
}

const shown = ({ state, code, url, endsAt }: Held): SignIn => ({ state, code, url, endsAt });

const requestWithin = (baseUrl: string, signal: AbortSignal) =>
  new Octokit({
    baseUrl,
    log: SILENT,
    request: {
      fetch: (url: string, init: RequestInit) =>
        fetch(url, {
          ...init,
          redirect: "manual",
          signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE.timeoutMs)]),
        }),
    },
  }).request;
