/** What one request was told about its allowance. */
export interface Allowance {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until the window begins anew. */
  resetSeconds: number;
}

const WINDOW_MS = 60_000;
/** Keys that are remembered at most; the oldest windows are forgotten first. */
const MOST_KEYS = 50_000;

/**
 * Counts requests by key in windows of time, in the memory of this process: a restart forgets them, and each of
 * several web processes counts for itself. That bounds load, which is what it is for; it is no accounting.
 */
export class RateLimiter {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #windows = new Map<string, { count: number; endsAt: number }>();

  /** @param limit requests within one window, a minute unless said otherwise; 0 allows any number */
  constructor(limit: number, windowMs: number = WINDOW_MS) {
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  /** Whether a key has used up its allowance; counts nothing. */
  isUsedUp(key: string, now: number = performance.now()): boolean {
    const window = this.#windows.get(key);
    return this.#limit > 0 && window !== undefined && window.endsAt > now && window.count >= this.#limit;
  }

  /** Counts one request of a key. */
  take(key: string, now: number = performance.now()): Allowance {
    let window = this.#windows.get(key);
    if (!window || window.endsAt <= now) {
      // Deleted first, so that the map stays in the order in which windows end.
      this.#windows.delete(key);
      this.#forget(now);
      window = { count: 0, endsAt: now + this.#windowMs };
      this.#windows.set(key, window);
    }
    window.count++;
    return {
      allowed: this.#limit === 0 || window.count <= this.#limit,
      limit: this.#limit,
      remaining: Math.max(0, this.#limit - window.count),
      resetSeconds: Math.max(1, Math.ceil((window.endsAt - now) / 1000)),
    };
  }

  #forget(now: number): void {
    for (const [key, { endsAt }] of this.#windows) {
      if (endsAt > now && this.#windows.size < MOST_KEYS) return;
      this.#windows.delete(key);
    }
  }
}

/** The headers that tell a client its allowance (IETF RateLimit fields), and when to come back where it is used up. */
export function rateLimitHeaders({ allowed, limit, remaining, resetSeconds }: Allowance): Record<string, string> {
  if (limit === 0) return {};
  return {
    "RateLimit-Policy": `"minute";q=${limit};w=${WINDOW_MS / 1000}`,
    RateLimit: `"minute";r=${remaining};t=${resetSeconds}`,
    ...(allowed ? {} : { "Retry-After": String(resetSeconds) }),
  };
}
