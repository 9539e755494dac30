import { rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";

/** The engine's socket under another name, which can be taken away and given back without stopping the engine. */
export interface EngineSocket {
  /** For DOCKER_HOST. */
  readonly address: string;
  /** Ends every connection and answers no more. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

const ENGINE = "/var/run/docker.sock";

/** Opens the other name at a path. */
export async function engineSocket(path: string): Promise<EngineSocket> {
  const open = new Set<Socket>();
  let server: Server | undefined;
  const socket: EngineSocket = {
    address: `unix://${path}`,
    async cut() {
      for (const one of open) one.destroy();
      await new Promise((done) => server?.close(done));
      rmSync(path, { force: true });
    },
    mend: () =>
      new Promise((done) => {
        server = createServer({ allowHalfOpen: true }, (client) => {
          const engine = connect({ path: ENGINE, allowHalfOpen: true });
          for (const one of [client, engine]) {
            open.add(one);
            one.on("error", () => one.destroy());
            one.once("close", () => open.delete(one));
          }
          client.once("close", () => engine.destroy());
          engine.once("close", () => client.destroy());
          client.pipe(engine).pipe(client);
        });
        server.listen(path, () => done());
      }),
  };
  await socket.mend();
  return socket;
}
