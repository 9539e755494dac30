import { expect, test, vi } from "vitest";
import { noteProved, takeStart } from "./allowance.ts";
import { guarded } from "./route.ts";

vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost:1/none");
vi.stubEnv("PLUMBLINE_REQUESTS_PER_MINUTE", "2");
vi.stubEnv("PUBLIC_URL", "https://plumbline.example.org");

/** A handler that takes every token for good when it answers 200. */
function ask(headers: Record<string, string>, status = 200, proves = true): Promise<Response> {
  const request = new Request("http://localhost:3000/api", { headers: { host: "localhost:3000", ...headers } });
  const respond = async () => {
    if (status === 200 && proves) noteProved(request);
    return new Response(null, { status });
  };
  return guarded(request, respond, proves);
}

test("the third request of an address waits; another address and a token do not", async () => {
  const [first, second, third] = [
    await ask({ "x-forwarded-for": "203.0.113.7" }),
    await ask({ "x-forwarded-for": "9.9.9.9, 203.0.113.7" }),
    await ask({ "x-forwarded-for": "8.8.8.8, 203.0.113.7" }),
  ];
  expect([first, second, third].map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(second?.headers.get("ratelimit")).toMatch(/^"minute";r=0;t=\d+$/);
  expect(Number(third?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(third?.headers.get("content-type")).toBe("application/problem+json");
  expect((await ask({ "x-forwarded-for": "203.0.113.8" })).status).toBe(200);
  expect((await ask({ "x-forwarded-for": "203.0.113.7", authorization: "Bearer plumbline_x" })).status).toBe(200);
});

test("made-up tokens bring no allowance of their own, neither where tokens are proved nor where they are not", async () => {
  const guess = (number: number, address: string, proves: boolean) =>
    ask({ "x-forwarded-for": address, authorization: `Bearer plumbline_${number}` }, proves ? 401 : 200, proves);
  const proved = [1, 2, 3, 4].map((number) => guess(number, "203.0.113.20", true));
  expect((await Promise.all(proved)).map(({ status }) => status)).toEqual([401, 401, 429, 429]);
  const unproved = [1, 2, 3, 4].map((number) => guess(number, "203.0.113.21", false));
  expect((await Promise.all(unproved)).map(({ status }) => status)).toEqual([200, 200, 429, 429]);
});

test("a fault of ours is a problem with an id and says nothing of what went wrong", async () => {
  const answer = await guarded(new Request("http://localhost:3000/api"), async () => {
    throw new Error("password=hunter2 in /srv/secret.ts");
  });
  const text = await answer.text();
  expect(answer.status).toBe(500);
  expect(text).toMatch(/"instance": "[\w-]{36}"/);
  expect(text).not.toMatch(/hunter2|secret\.ts/);
});

test("where others reach the server, an address starts twenty projects within an hour; another one is not kept out", () => {
  const started = (address: string) => takeStart(new Headers({ "x-forwarded-for": address }));
  const told = Array.from({ length: 21 }, () => started("203.0.113.30"));
  expect(told.filter(({ allowed }) => allowed)).toHaveLength(20);
  expect(told.at(-1)?.resetSeconds).toBeGreaterThan(3_500);
  expect(started("203.0.113.31").allowed).toBe(true);
});
