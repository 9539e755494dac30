import { env } from "#lib/io/env.ts";

/** Whether an Origin header names this site; "null" and what is no address do not. */
export function isOwnOrigin(origin: string, headers: Headers): boolean {
  const own = env().PUBLIC_URL
    ? new URL(env().PUBLIC_URL as string).host
    : (headers.get("x-forwarded-host") ?? headers.get("host"));
  return URL.canParse(origin) && new URL(origin).host === own;
}
