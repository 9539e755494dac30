import { setTimeout as sleep } from "node:timers/promises";
import { makeLink } from "#lib/wizard/make-link.ts";
import { makeClock, noClock } from "./clock.ts";
import { isWhole, numbersOf, type Row, seconds } from "./row.ts";
import { saveUntilHeard } from "./save.ts";
import { HEADERS, startWeb, steadyLoad, type Web } from "./web.ts";
import { inHands } from "./worker-rows.ts";
import { ended } from "./world.ts";

const HOUR = 3_600;
/** Where the clocks of servers and database go, one after the other: together, as those of one machine, and apart. */
const JUMPS: readonly (readonly [servers: number, database: number])[] = [
  [HOUR, HOUR],
  [0, 0],
  [-HOUR, -HOUR],
  [0, 0],
  [HOUR, 0],
  [-HOUR, 0],
  [0, 0],
  [0, HOUR],
  [0, -HOUR],
  [0, 0],
];
/** Postgres ends the statement that is under way when its clock jumps beyond that statement's time; more than a few are a storm. */
const STORM = 0.005;
/** How long runs may take that are asked for around a jump. */
const SETTLED_MS = 60_000;

/** Values below nothing among the numbers that the server tells of itself. */
async function negatives(web: Web): Promise<number> {
  const text = await fetch(`${web.url}/metrics`).then((response) => response.text());
  return text.match(/^plumbline_\S+ -/gm)?.length ?? 0;
}

const BACKWARDS = `
  SELECT count(*)::int AS n FROM run
  WHERE started_at < created_at OR finished_at < started_at
    OR jsonb_path_exists(progress, '$.steps[*].** ? (@.type() == "number" && @ < 0)')`;

export const clockRows: readonly Row[] = [
  {
    id: "C12",
    fault: "clocks jump by an hour, forward and back, together and apart",
    missing: noClock,
    async run(stage, scale) {
      const { world, oracle, caller } = stage;
      const servers = await makeClock(world.folder, "servers");
      const database = await makeClock(world.folder, "database");
      await world.crashDatabase(0, database.env);
      const web = await startWeb(stage, servers.env);
      const workers = [1, 2].map(() => world.worker({ PLUMBLINE_SANDBOX: "embedded", ...servers.env }));
      const alive = await Promise.all(workers);
      const projectId = stage.loads[0]?.projectId as string;
      const link = await makeLink(caller, projectId, { scope: "view", label: "clock", days: 1 });
      if (!link.ok) throw new Error(JSON.stringify(link.error));
      const first = await saveUntilHeard(web, projectId, 0);
      const accepted: string[] = [];
      let held = 0;
      let unsettled = 0;
      let closed = 0;
      let negative = 0;
      let slowest = 0;
      const stop = steadyLoad(() => [web.url], `/p/${projectId}/deliver/answers`, 20);
      for (const [app, store] of JUMPS) {
        // Enough that some are in hands and some still wait when it jumps.
        accepted.push(...(await stage.send(scale === "quick" ? 40 : 80, 12)));
        for (const { id } of alive) held += (await inHands(stage, id)).runs.length;
        const jumped = Date.now();
        await Promise.all([servers.set(app), database.set(store)]);
        accepted.push(...(await stage.send(4, 4)));
        if (!(await oracle.settled(SETTLED_MS))) unsettled++;
        slowest = Math.max(slowest, Date.now() - jumped);
        const shared = await fetch(`${web.url}/s/${link.value.token}`, { headers: HEADERS });
        if (shared.status !== 200) closed++;
        negative += await negatives(web);
        await sleep(scale === "quick" ? 1_000 : 10_000);
      }
      const samples = await stop();
      const last = await saveUntilHeard(web, projectId, 1);
      const tally = await oracle.tally(accepted);
      const [{ n: backwards } = { n: 0 }] = await oracle.ask<{ n: number }>(BACKWARDS);
      const [{ n: again } = { n: 0 }] = await oracle.ask<{ n: number }>(
        "SELECT count(*)::int AS n FROM chaos_claim WHERE attempt > 1",
      );
      for (const { child } of alive) child.kill("SIGTERM");
      web.process.kill("SIGKILL");
      await Promise.all(alive.map(({ child }) => ended(child)));
      await world.crashDatabase(0);
      const count = (...wanted: number[]) => samples.filter(({ status }) => wanted.includes(status)).length;
      const [good, cut] = [count(200), count(503)];
      const storm = cut > STORM * samples.length || samples.length > good + cut;
      const whole = isWhole(tally) && tally.crashed === 0 && first.status === 200 && last.status === 200;
      return {
        pass: whole && !storm && unsettled + closed + negative + backwards === 0 && again <= held,
        numbers: {
          jumps: JUMPS.length,
          ...numbersOf(tally),
          "in hands when it jumped": held,
          "begun again": again,
          "jumps after which runs waited too long": unsettled,
          "all runs done after, worst": seconds(slowest),
          requests: samples.length,
          "told 503": cut,
          "neither 200 nor 503": samples.length - good - cut,
          "links closed early": closed,
          "durations below nothing": backwards + negative,
        },
      };
    },
  },
];
