import { expect, test } from "vitest";
import { setStage } from "./stage.ts";
import { caughtAtWork } from "./worker-rows.ts";

test("a worker and the database are killed in the middle of twenty runs: nothing is lost, nothing is judged twice", {
  timeout: 180_000,
}, async () => {
  const stage = await setStage(2);
  try {
    const accepted = await stage.send(20, 2);
    const worker = await stage.world.worker();
    await caughtAtWork(stage, worker.id);
    worker.child.kill("SIGKILL");
    await stage.world.crashDatabase(500);
    await stage.world.worker();
    await stage.oracle.settled(120_000);
    expect(await stage.oracle.tally(accepted)).toMatchObject({ accepted: 20, done: 20, lost: 0, doubles: 0 });
  } finally {
    await stage.close();
  }
});
