import { LOOKUPS_PER_MINUTE, SAYINGS_PER_MINUTE } from "#lib/core/share/limits.ts";
import { clientAddress } from "#lib/io/client-address.ts";
import { env } from "#lib/io/env.ts";
import { RateLimiter } from "#lib/io/rate-limit.ts";

// Next bundles pages, routes and the proxy apart; they must not count apart.
const shared = globalThis as { plumblineLookups?: RateLimiter; plumblineSayings?: RateLimiter };

const misses = (): RateLimiter => {
  shared.plumblineLookups ??= new RateLimiter(LOOKUPS_PER_MINUTE);
  return shared.plumblineLookups;
};
const sayings = (): RateLimiter => {
  shared.plumblineSayings ??= new RateLimiter(SAYINGS_PER_MINUTE);
  return shared.plumblineSayings;
};

/** Who asks, for counting. */
export const addressOf = (headers: Pick<Headers, "get">): string =>
  clientAddress(headers.get("x-forwarded-for"), env().PLUMBLINE_TRUSTED_PROXIES);

/** Counts a token that opened nothing. Those that open count nowhere, so that nobody who reads is ever kept out. */
export const noteMiss = (headers: Pick<Headers, "get">): void => void misses().take(addressOf(headers));

/** Whether this address has guessed so often that nothing opens for it, right or wrong. */
export const guessesTooMuch = (headers: Pick<Headers, "get">): boolean => misses().isUsedUp(addressOf(headers));

/** Counts something said through a link; false when it is too much. */
export const maySay = (linkId: string, headers: Pick<Headers, "get">): boolean =>
  sayings().take(`${linkId} ${addressOf(headers)}`).allowed;
