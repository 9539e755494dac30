import { clientAddress } from "#lib/io/client-address.ts";
import { env } from "#lib/io/env.ts";
import { hashGrantToken } from "#lib/io/grant-token.ts";
import { type Allowance, RateLimiter } from "#lib/io/rate-limit.ts";

const shared = globalThis as { plumblineAllowances?: RateLimiter };

/** Counts a request of its token, or of its address when it has none: one allowance for the whole API, MCP included. */
export function takeAllowance({ headers }: Request): Allowance {
  // Next bundles routes apart; they must not count apart.
  shared.plumblineAllowances ??= new RateLimiter(env().PLUMBLINE_REQUESTS_PER_MINUTE);
  const token = /^Bearer (\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  const key = token
    ? hashGrantToken(token)
    : clientAddress(headers.get("x-forwarded-for"), env().PLUMBLINE_TRUSTED_PROXIES);
  return shared.plumblineAllowances.take(key);
}
