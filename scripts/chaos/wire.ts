import { connect, createServer, type Socket } from "node:net";

/** The way to a database, which can be interrupted without a word to either side, as by a cable that is pulled. */
export interface Wire {
  /** The database at the other end. */
  readonly url: string;
  /** From now on nothing passes; connections stay open, and new ones are made but not answered. */
  cut(): void;
  /** What was held back passes now. */
  mend(): void;
  close(): void;
}

/** Lays a wire to the database at `url`. */
export async function layWire(url: string): Promise<Wire> {
  const far = new URL(url);
  const open = new Set<Socket>();
  let dead = false;
  const server = createServer((near) => {
    const database = connect({ host: far.hostname, port: Number(far.port) });
    const ends = [near, database];
    for (const [index, end] of ends.entries()) {
      const other = ends[1 - index] as Socket;
      open.add(end);
      end.on("error", () => end.destroy());
      end.once("close", () => {
        open.delete(end);
        other.destroy();
      });
      end.on("data", (bytes) => {
        if (!other.write(bytes)) end.pause();
      });
      other.on("drain", () => {
        if (!dead) end.resume();
      });
      if (dead) end.pause();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const near = new URL(url);
  near.host = `127.0.0.1:${(server.address() as { port: number }).port}`;
  return {
    url: near.href,
    cut() {
      dead = true;
      for (const end of open) end.pause();
    },
    mend() {
      dead = false;
      for (const end of open) end.resume();
    },
    close() {
      for (const end of open) end.destroy();
      server.close();
    },
  };
}
