import fc from "fast-check";
import { expect, test } from "vitest";
import { type Batch, type QueueEvents, SaveQueue, type SaveReply, type SaveStatus, type Shelf } from "./save-queue.ts";

type Answers = Record<string, unknown>;

/** A server in memory: optimistic versions, one value it refuses, and a network that can be cut. */
class Server {
  version = 1;
  answers: Answers = {};
  batches: Batch[] = [];
  cut = false;

  receive = async (batch: Batch): Promise<SaveReply<Answers>> => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (this.cut) throw new Error("network");
    this.batches.push(batch);
    if (batch.version !== this.version) return { kind: "conflict", version: this.version, state: { ...this.answers } };
    const bad = batch.changes.filter(({ value }) => value === "bad");
    if (bad.length > 0)
      return {
        kind: "refused",
        problems: bad.map(({ path }) => ({ path, code: "bad", message: "This does not do." })),
      };
    for (const { path, value } of batch.changes) this.answers[path] = value;
    this.version += 1;
    return { kind: "saved", version: this.version, state: { ...this.answers } };
  };
}

function bench(server: Server, text: string | null = null) {
  const seen = { statuses: [] as SaveStatus[], problems: new Map<string, number>(), stored: text };
  const shelf: Shelf = { load: () => seen.stored, store: (next) => (seen.stored = next) };
  const events: QueueEvents<Answers> = {
    onStatus: (status) => seen.statuses.push(status),
    onState: () => {},
    onProblems: (path, problems) => seen.problems.set(path, problems.length),
  };
  return { queue: new SaveQueue(server.version, server.receive, events, shelf), seen };
}

test("answers given while a write is under way travel together, the newest value per answer", async () => {
  const server = new Server();
  const { queue } = bench(server);
  queue.put([{ path: "a", value: 1 }]);
  queue.put([{ path: "b", value: 1 }]);
  queue.put([{ path: "b", value: 2 }]);
  await queue.settled();
  expect(server.batches.map(({ changes }) => changes)).toEqual([[{ path: "a", value: 1 }], [{ path: "b", value: 2 }]]);
});

test("a refused answer leaves the line with its problem and the others are stored", async () => {
  const server = new Server();
  const { queue, seen } = bench(server);
  queue.put([
    { path: "a", value: "bad" },
    { path: "b", value: "fine" },
  ]);
  await queue.settled();
  expect(server.answers).toEqual({ b: "fine" });
  expect(seen.problems.get("a")).toBe(1);
  expect(queue.held().changes.has("a")).toBe(true);
  expect(seen.stored).toContain('"bad"');
  queue.put([{ path: "a", value: "mended" }]);
  await queue.settled();
  expect(seen.stored).toBeNull();
});

test("a newer version elsewhere is taken over and the own answer is stored on top of it", async () => {
  const server = new Server();
  const { queue } = bench(server);
  server.answers = { other: "tab" };
  server.version = 9;
  queue.put([{ path: "mine", value: 1 }]);
  await queue.settled();
  expect(server.answers).toEqual({ other: "tab", mine: 1 });
});

test("without a network the answer waits on the shelf and a later page stores it", async () => {
  const server = new Server();
  server.cut = true;
  const first = bench(server);
  first.queue.put([{ path: "a", value: 7 }]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(first.seen.statuses.at(-1)).toBe("offline");
  server.cut = false;
  const second = bench(server, first.seen.stored);
  expect(second.queue.resume()).toEqual([{ path: "a", value: 7 }]);
  await second.queue.settled();
  expect(server.answers).toEqual({ a: 7 });
});

test("whatever two tabs do, the last value each acknowledged is never lost", async () => {
  const step = fc.record({
    tab: fc.nat(1),
    path: fc.constantFrom("a", "b", "c"),
    value: fc.nat(99),
    wait: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const server = new Server();
      const tabs = [bench(server).queue, bench(server).queue] as const;
      const last = new Map<string, Set<unknown>>();
      for (const { tab, path, value, wait } of steps) {
        (tabs[tab] as SaveQueue<Answers>).put([{ path, value }]);
        last.set(path, (last.get(path) ?? new Set()).add(value));
        if (wait) await Promise.all(tabs.map((queue) => queue.settled()));
      }
      await Promise.all(tabs.map((queue) => queue.settled()));
      for (const [path, values] of last) expect(values.has(server.answers[path])).toBe(true);
    }),
    { numRuns: 15 },
  );
});

test("a broken shelf is read as empty", () => {
  expect(bench(new Server(), "{not json").queue.resume()).toEqual([]);
});
