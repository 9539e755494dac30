import { buffer } from "node:stream/consumers";
import type Docker from "dockerode";
import { pack } from "tar-stream";
import { labelsOf } from "./container.ts";
import { sweep } from "./sweep.ts";

/** An image with nothing in it, for a container that is never started. */
const NOTHING = "plumbline-nothing";
const LOOK_AGAIN_MS = 1000;

const pause = (signal: AbortSignal | undefined) =>
  new Promise<void>((done) => setTimeout(done, LOOK_AGAIN_MS)).then(() => signal?.throwIfAborted());

async function makeNothing(docker: Docker): Promise<void> {
  const empty = pack();
  empty.finalize();
  const stream = await docker.importImage(
    (await buffer(empty as AsyncIterable<Buffer>)) as unknown as NodeJS.ReadableStream,
    { repo: NOTHING },
  );
  await buffer(stream as AsyncIterable<Buffer>);
}

/**
 * Waits for the turn to build `tag`: however many processes want it, on however many machines with this engine, one
 * builds. The turn is a container that is never started, because its name can exist only once; if its owner dies, it is
 * swept away like any other.
 * @returns how to give the turn back, or null as soon as `isThere`
 */
export async function turnToBuild(
  docker: Docker,
  tag: string,
  isThere: () => Promise<boolean>,
  signal?: AbortSignal,
): Promise<(() => Promise<void>) | null> {
  const name = tag.replaceAll(/[^a-z0-9]/g, "-");
  for (;;) {
    signal?.throwIfAborted();
    try {
      const turn = await docker.createContainer({ name, Image: NOTHING, Cmd: ["nothing"], Labels: labelsOf() });
      if (!(await isThere())) return () => turn.remove({ force: true });
      await turn.remove({ force: true });
      return null;
    } catch (error) {
      const { statusCode } = error as { statusCode?: number };
      if (statusCode === 404) await makeNothing(docker);
      else if (statusCode === 409) {
        await pause(signal);
        await sweep(docker);
        if (await isThere()) return null;
      } else throw error;
    }
  }
}
