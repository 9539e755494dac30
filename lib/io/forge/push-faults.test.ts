import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PushOrder } from "#lib/core/delivery/push-order.ts";
import type { Fault } from "../../../scripts/testing/forges/forge-server.ts";
import { HASTY, openWorld, type World } from "./forge-worlds.fixture.ts";

const FAULTS: readonly Fault[] = ["drop before", "drop after", "cut", "error 500", "slow down"];
const SHAPES: readonly Pick<PushOrder, "forge" | "into" | "history">[] = [
  { forge: "github", into: "new", history: "one" },
  { forge: "github", into: "new", history: "tasks" },
  { forge: "github", into: "branch", history: "one" },
  { forge: "gitlab", into: "new", history: "one" },
  { forge: "gitlab", into: "branch", history: "one" },
];

/** A forge with what the order needs, and what a person sees there: GitLab dates commits itself, so those do not count. */
async function prepared({ forge, into }: (typeof SHAPES)[number]): Promise<World> {
  const one = await openWorld(forge);
  if (into === "branch") {
    const store = one.add("ada", "clinic-booking");
    const author = { name: "Ada", email: "ada@example.org", date: "2026-01-01T00:00:00Z" };
    const tree = store.tree(null, [{ path: "own.txt", mode: "100644", content: "mine" }]);
    store.moveBranch("main", store.commit({ message: "mine", tree, parents: [], author, committer: author }));
  }
  return one;
}

const seen = (one: World, forge: PushOrder["forge"]) =>
  one.repositories().map(({ name, description, store, requests }) => {
    const format = forge === "github" ? "%H" : "%an %s";
    const branches = store
      .branches()
      .map((branch) => [
        branch,
        store.run(["log", `--format=${format}`, branch]),
        store.run(["ls-tree", "-r", branch]),
      ]);
    return { name, description, requests, branches };
  });

describe.each(SHAPES)("$forge, $into, $history", (shape) => {
  const order = { ...shape, owner: shape.into === "branch" ? "ada" : "" };
  let whole: ReturnType<typeof seen>;
  let requests = 0;
  beforeAll(async () => {
    const one = await prepared(shape);
    expect(await one.push({ order })).toMatchObject({ ok: true });
    whole = seen(one, shape.forge);
    requests = one.server.log.length;
    await one.server.close();
  });

  /** Breaks off at one request for good, then continues; gives what is there after each. */
  async function broken(at: number, fault: Fault, retries: number) {
    const one = await prepared(shape);
    try {
      one.server.fault = (number) => (number >= at ? fault : null);
      const first = await one.push({ order, patience: { retries } });
      const half = seen(one, shape.forge);
      one.server.fault = () => null;
      const again = await one.push({ order });
      return { first: first.ok, half, again: again.ok, end: seen(one, shape.forge) };
    } finally {
      await one.server.close();
    }
  }

  test("wherever a push breaks off, making it again gives the same as one that never did", {
    timeout: 300_000,
  }, async () => {
    const breaks = fc.tuple(fc.nat(requests - 1), fc.constantFrom(...FAULTS), fc.nat(1));
    await fc.assert(
      fc.asyncProperty(breaks, async ([at, fault, retries]) => {
        const { half, again, end } = await broken(at, fault, retries);
        expect(again).toBe(true);
        expect(end).toEqual(whole);
        expect(half.length).toBeLessThanOrEqual(1);
        for (const [branch, , files] of half.flatMap(({ branches }) => branches)) {
          const complete = whole[0]?.branches.find(([name]) => name === branch)?.[2];
          // Before the end a branch is absent, as it was, or the one first commit that GitHub asks for.
          if (files !== complete) expect(files?.trim().split("\n").length).toBe(1);
        }
      }),
      { numRuns: requests + 6, examples: Array.from({ length: requests }, (_, at) => [[at, "drop after", 0]]) },
    );
  });

  test("one bad moment is got over without the person, and makes nothing twice", { timeout: 300_000 }, async () => {
    const moments = fc.tuple(
      fc.nat(requests - 1),
      fc.constantFrom<Fault>("drop before", "drop after", "error 500", "slow down"),
    );
    await fc.assert(
      fc.asyncProperty(moments, async ([at, fault]) => {
        const one = await prepared(shape);
        try {
          one.server.fault = (number) => (number === at ? fault : null);
          expect(await one.push({ order, patience: { retries: 1 } })).toMatchObject({ ok: true });
          expect(seen(one, shape.forge)).toEqual(whole);
        } finally {
          await one.server.close();
        }
      }),
      { numRuns: 6 },
    );
  });
});

describe("while a forge is slow or wants us slower", () => {
  let one: World;
  beforeAll(async () => {
    one = await openWorld("github");
  });
  afterAll(() => one.server.close());

  test("a hanging request ends by itself, and the person is told what to do", async () => {
    one.server.fault = (_, request) => (request === "POST /user/repos" ? "hang" : null);
    const told = await one.push({ patience: { timeoutMs: 200 } });
    expect(told).toMatchObject({
      ok: false,
      error: [{ code: "no-answer", hint: expect.stringContaining("Continue") }],
    });
  });

  test("a wait that the forge asks for is told and kept; afterwards the push goes on", async () => {
    let slowed = 0;
    one.server.fault = (_, request) => (request.endsWith("/git/trees") && slowed++ === 0 ? "slow down" : null);
    const waits: number[] = [];
    const pushed = await one.push({
      patience: { ...HASTY, retries: 1 },
      tell: (news) => void (news.kind === "wait" && waits.push(news.seconds)),
    });
    expect(pushed).toMatchObject({ ok: true });
    expect(waits).toEqual([3]);
  });
});
