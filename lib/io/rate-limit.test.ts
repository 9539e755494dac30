import { expect, test } from "vitest";
import { RateLimiter, rateLimitHeaders } from "./rate-limit.ts";

test("a key has its allowance a minute, says when it begins anew, and does not touch another key's", () => {
  const limiter = new RateLimiter(3);
  const taken = [0, 1, 2, 3].map((at) => limiter.take("a", at * 1000));
  expect(taken.map(({ allowed, remaining }) => [allowed, remaining])).toEqual([
    [true, 2],
    [true, 1],
    [true, 0],
    [false, 0],
  ]);
  expect(rateLimitHeaders(taken[3] as (typeof taken)[0])).toEqual({
    "RateLimit-Policy": '"minute";q=3;w=60',
    RateLimit: '"minute";r=0;t=57',
    "Retry-After": "57",
  });
  expect(limiter.take("b", 3000).allowed).toBe(true);
  expect(limiter.take("a", 60_000).allowed).toBe(true);
});

test("a limit of 0 allows everything and says nothing", () => {
  const limiter = new RateLimiter(0);
  const last = Array.from({ length: 1000 }, () => limiter.take("a", 0)).at(-1);
  expect(last?.allowed).toBe(true);
  expect(last && rateLimitHeaders(last)).toEqual({});
});

test("any number of keys costs a bounded amount of memory", () => {
  const limiter = new RateLimiter(1);
  for (let key = 0; key < 60_000; key++) limiter.take(`key ${key}`, 0);
  expect(limiter.take("key 0", 1).allowed).toBe(true);
  expect(limiter.take("key 59999", 1).allowed).toBe(false);
});
