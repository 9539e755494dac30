import type { Caller } from "#lib/wizard/caller.ts";
import type { Load } from "./load.ts";
import { Oracle } from "./oracle.ts";
import { makeWorld, type World } from "./world.ts";

/** A world with its observer and its projects. */
export interface Stage {
  world: World;
  oracle: Oracle;
  caller: Caller;
  loads: Load[];
  /** Sends runs of so many files each; gives back the ids of those that were accepted. */
  send(runs: number, files: number): Promise<string[]>;
  close(): Promise<void>;
}

/** Sets the stage. Only one for each process: the environment of this process points at its database from then on. */
export async function setStage(projects: number): Promise<Stage> {
  const world = await makeWorld();
  process.env.DATABASE_URL = world.url;
  // What is sent from here waits for workers, whatever they offer.
  process.env.PLUMBLINE_SANDBOX = "docker";
  const [{ disconnect }, { closeSender }, { makeLoad, SECRET, send }, { hashOwnerSecret }] = await Promise.all([
    import("#lib/io/db/client.ts"),
    import("#lib/io/jobs/send-run.ts"),
    import("./load.ts"),
    import("#lib/io/owner.ts"),
  ]);
  const oracle = new Oracle(world.url);
  await oracle.watch();
  const owner = { kind: "owner" as const, name: "you" };
  const caller = { ownerHash: hashOwnerSecret(SECRET), actor: owner, now: new Date() };
  const loads: Load[] = [];
  for (let n = 0; n < projects; n++) loads.push(await makeLoad(caller));
  return {
    world,
    oracle,
    caller,
    loads,
    send: (runs, files) => send(loads, runs, files),
    async close() {
      await oracle.close();
      await closeSender();
      await disconnect();
      await world.close();
    },
  };
}
