import { expect, test } from "vitest";
import { eventStream, type Told } from "./event-stream.ts";

const told = (data: string): Told => ({ event: "runs", data, busy: true });

async function readAll(stream: ReadableStream<Uint8Array> | null): Promise<string> {
  return new Response(stream).text();
}

test("a view is told once, until it changes; the end of what there is to tell ends the stream", async () => {
  const looks = ["1", "1", "2"];
  const stream = eventStream("reader", new AbortController().signal, async () => {
    const next = looks.shift();
    return next === undefined ? null : told(next);
  });
  expect(await readAll(stream)).toBe("retry: 1000\n\nevent: runs\ndata: 1\n\nevent: runs\ndata: 2\n\n");
});

test("a database that is away ends nothing; the next look tells what there is", async () => {
  let look = 0;
  const stream = eventStream("patient", new AbortController().signal, async () => {
    look++;
    if (look === 1) throw new Error("the database is away");
    return look === 2 ? told("back") : null;
  });
  expect(await readAll(stream)).toContain("data: back");
});

test("one person may have five streams open; leaving one makes room", async () => {
  const leave = new AbortController();
  const open = (signal = new AbortController().signal) => eventStream("many", signal, async () => told("same"));
  const streams = [open(leave.signal), ...Array.from({ length: 4 }, () => open())];
  expect(streams.every(Boolean)).toBe(true);
  expect(open()).toBeNull();
  leave.abort();
  await readAll(streams[0] as ReadableStream<Uint8Array>);
  const again = open();
  expect(again).not.toBeNull();
  for (const stream of [...streams.slice(1), again]) await stream?.cancel();
});
