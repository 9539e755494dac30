import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { LOOKUPS_PER_MINUTE, SAYINGS_PER_MINUTE } from "#lib/core/share/limits.ts";
import { proxy } from "../../../proxy.ts";
import { guessesTooMuch, maySay, noteMiss } from "./lookups.ts";

vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost:1/none");

const from = (address: string) => new Headers({ "x-forwarded-for": address });
const ask = (path: string, address: string) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers: from(address) })).status;

test("whoever guesses addresses of links is refused all of them after a minute's allowance, and nobody else is", () => {
  for (let guess = 1; guess < LOOKUPS_PER_MINUTE; guess++) noteMiss(from("203.0.113.7"));
  expect(guessesTooMuch(from("203.0.113.7"))).toBe(false);
  noteMiss(from("203.0.113.7"));
  expect(ask("/s/whatever", "203.0.113.7")).toBe(429);
  expect(ask("/s/whatever/files/README.md", "198.51.100.9, 203.0.113.7")).toBe(429);
  expect(ask("/", "203.0.113.7")).toBe(200);
  expect(ask("/s/whatever", "203.0.113.8")).toBe(200);
});

test("one address says so much through one link within a minute, and then waits", () => {
  const said = Array.from({ length: SAYINGS_PER_MINUTE + 1 }, () => maySay("link", from("203.0.113.9")));
  expect(said.lastIndexOf(true)).toBe(SAYINGS_PER_MINUTE - 1);
  expect(maySay("another", from("203.0.113.9"))).toBe(true);
});
