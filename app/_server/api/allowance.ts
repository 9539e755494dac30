import { limitSettings } from "#app/_server/limit-settings.ts";
import { clientAddress } from "#lib/io/client-address.ts";
import { env } from "#lib/io/env.ts";
import { hashGrantToken } from "#lib/io/grant-token.ts";
import { type Allowance, RateLimiter } from "#lib/io/rate-limit.ts";

const shared = globalThis as { plumblineAllowances?: RateLimiter; plumblineStarts?: RateLimiter };
const HOUR_MS = 3_600_000;

/** Next bundles routes apart; they must not count apart. */
function limiter(): RateLimiter {
  shared.plumblineAllowances ??= new RateLimiter(env().PLUMBLINE_REQUESTS_PER_MINUTE);
  return shared.plumblineAllowances;
}

const addressOf = (headers: Pick<Headers, "get">): string =>
  clientAddress(headers.get("x-forwarded-for"), env().PLUMBLINE_TRUSTED_PROXIES);

/** Counts a request of its address. */
export const takeOfAddress = ({ headers }: Request): Allowance => limiter().take(addressOf(headers));

/** Counts a project that an address starts. */
export function takeStart(headers: Pick<Headers, "get">): Allowance {
  shared.plumblineStarts ??= new RateLimiter(limitSettings().projectsPerHour, HOUR_MS);
  return shared.plumblineStarts.take(addressOf(headers));
}

const proved = new WeakSet<Request>();

/** Notes that the token of a request is a good one, so that the request counts for its token alone. */
export const noteProved = (request: Request): void => void proved.add(request);
export const isProved = (request: Request): boolean => proved.has(request);

/** Counts a request of its token; null when it has none. Every made-up token has an allowance, so only where tokens are proved. */
export function takeOfToken({ headers }: Request): Allowance | null {
  const token = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  return token ? limiter().take(hashGrantToken(token)) : null;
}
