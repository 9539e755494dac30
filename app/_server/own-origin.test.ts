import { expect, test, vi } from "vitest";
import { isOwnOrigin } from "./own-origin.ts";

vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost:1/none");

const sent = (headers: Record<string, string>) => new Headers({ host: "localhost:3000", ...headers });

test("only the host that was asked is this site; what is forwarded counts for nothing without a proxy of ours", () => {
  expect(isOwnOrigin("http://localhost:3000", sent({}))).toBe(true);
  expect(isOwnOrigin("http://localhost:3000", sent({ "x-forwarded-host": "evil.example" }))).toBe(true);
  expect(isOwnOrigin("https://evil.example", sent({ "x-forwarded-host": "evil.example" }))).toBe(false);
  for (const origin of ["null", "", "http://localhost:3001", "http://localhost:3000.evil.example", "//localhost:3000"])
    expect(isOwnOrigin(origin, sent({})), origin).toBe(false);
});
