import { env } from "#lib/io/env.ts";

/**
 * Whether an Origin header names this site; "null" and what is no address do not. What X-Forwarded-Host says counts only
 * where the operator has put a proxy in front: anybody else can write there what fits their Origin.
 */
export function isOwnOrigin(origin: string, headers: Pick<Headers, "get">): boolean {
  const { PUBLIC_URL, PLUMBLINE_TRUSTED_PROXIES } = env();
  const forwarded = PLUMBLINE_TRUSTED_PROXIES > 0 ? headers.get("x-forwarded-host") : null;
  const own = PUBLIC_URL ? new URL(PUBLIC_URL).host : (forwarded ?? headers.get("host"));
  return URL.canParse(origin) && new URL(origin).host === own;
}
