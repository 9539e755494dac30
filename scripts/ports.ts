import { createServer } from "node:net";

/** Whether nobody listens on this port, on any address. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen({ port, exclusive: true }, () => probe.close(() => done(true)));
  });
}

/** A port that the system says is free at this moment, on the loopback address. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen({ port: 0, host: "127.0.0.1" }, () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? done(address.port) : fail(new Error("no port"))));
    });
  });
}

/** The first free port from `wanted` on; undefined when the next hundred are all taken. */
export async function firstFreeFrom(wanted: number): Promise<number | undefined> {
  for (let port = wanted; port < wanted + 100; port++) if (await isFree(port)) return port;
  return undefined;
}
