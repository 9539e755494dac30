import fc from "fast-check";
import { expect, test } from "vitest";
import { demultiplexer } from "./demultiplex.ts";

const frame = (channel: number, text: Uint8Array) => {
  const header = Buffer.alloc(8);
  header[0] = channel;
  header.writeUInt32BE(text.length, 4);
  return Buffer.concat([header, text]);
};

test("gives each channel its bytes, however the stream was cut", () => {
  const frames = fc.array(fc.tuple(fc.constantFrom(1, 2), fc.uint8Array({ maxLength: 30 })));
  fc.assert(
    fc.property(frames, fc.array(fc.nat({ max: 12 }), { minLength: 1 }), (sent, cuts) => {
      const stream = Buffer.concat(sent.map(([channel, bytes]) => frame(channel, bytes)));
      const got: Record<number, Buffer[]> = { 1: [], 2: [] };
      const take = demultiplexer((channel, bytes) => got[channel]!.push(Buffer.from(bytes)));
      for (let at = 0, turn = 0; at < stream.length; turn++) {
        const size = cuts[turn % cuts.length]! + 1;
        take(stream.subarray(at, at + size));
        at += size;
      }
      for (const channel of [1, 2])
        expect(Buffer.concat(got[channel]!)).toEqual(
          Buffer.concat(sent.filter(([one]) => one === channel).map(([, bytes]) => bytes)),
        );
    }),
  );
});

test("a hundred thousand single bytes in one chunk are no deeper than one", () => {
  let bytes = 0;
  demultiplexer((_, part) => {
    bytes += part.length;
  })(Buffer.concat(Array(100_000).fill(frame(1, Buffer.from("a")))));
  expect(bytes).toBe(100_000);
});
