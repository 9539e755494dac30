import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { db } from "#lib/io/db/client.ts";
import { cancelRun } from "#lib/io/db/commands/cancel-run.ts";
import { deleteProjectRow } from "#lib/io/db/commands/delete-project.ts";
import { applyRetention } from "#lib/io/retention/retain.ts";
import { createProject } from "#lib/wizard/create-project.ts";
import type { Enqueue } from "#lib/wizard/enqueue-run.ts";
import { makeLoad } from "./load.ts";
import { quantile } from "./oracle.ts";
import { isWhole, numbersOf, type Row, seconds } from "./row.ts";
import { save, versionOf } from "./save.ts";
import type { Stage } from "./stage.ts";
import { steadily } from "./steadily.ts";
import { HEADERS, type Sample, startWeb, steadyLoad, type Web } from "./web.ts";
import { type Weight, weigh } from "./weight.ts";
import { inHands } from "./worker-rows.ts";
import { ended } from "./world.ts";

const SETTLED_MS = 300_000;
/** Projects of visitors that exist at the same time: one begins, and the one that began so many before is deleted. */
const SESSIONS_OPEN = 50;
/** Projects whose runs are asked for. */
const PROJECTS_AT_WORK = 8;
/** A project's runs go with it: after so many it is deleted, and another takes its place. */
const JOBS_OF_A_PROJECT = 60;
const WEIGHED_EVERY_MS = 2_000;
/** So often a day is over for the keys of requests: they are made as old, and retention does its round. */
const DAY_EVERY_MS = 20_000;
/** How much more memory, room or time the last quarter may take than the second (HARDENING, C20). */
const FLAT = 1.2;

const page = (projectId: string): string => `/p/${projectId}/deliver/answers`;
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const failed = ({ status }: Sample): boolean => status === 0 || status >= 500;
const times = (ratio: number): string => `${ratio.toFixed(2)} x`;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Of what was seen at equal distances: the second quarter, when everything is warm, and the last. */
function quarters<T>(seen: readonly T[]): [T[], T[]] {
  const quarter = Math.floor(seen.length / 4);
  return [seen.slice(quarter, 2 * quarter), seen.slice(3 * quarter)];
}

function growth<T>(seen: readonly T[], of: (some: readonly T[]) => number): number {
  const [early, late] = quarters(seen);
  return of(late) / of(early);
}

const slowest = (some: readonly Sample[], share: number): number =>
  quantile(
    some.map(({ ms }) => ms),
    share,
  );

const fromTo = (samples: readonly Sample[], share: number): string =>
  `${quarters(samples)
    .map((some) => slowest(some, share))
    .join(" to ")} ms`;

/** One visit: a project is made, looked at and changed; the oldest is deleted. */
async function visit({ caller }: Stage, web: Web, open: string[], n: number): Promise<void> {
  const made = await createProject({ ...caller, now: new Date() }, {});
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { id } = made.value;
  await fetch(web.url + page(id), { headers: HEADERS }).then((response) => response.arrayBuffer());
  await save(web, id, { n, version: await versionOf(web, id), key: id });
  open.push(id);
  if (open.length > SESSIONS_OPEN) await deleteProjectRow(open.shift() as string, caller.ownerHash);
}

async function letADayPass({ oracle }: Stage): Promise<void> {
  await oracle.ask(
    "UPDATE idempotency_key SET created_at = created_at - interval '1 day', expires_at = expires_at - interval '1 day'",
  );
  await applyRetention();
}

/** Projects whose runs are asked for in turn, each as ready as it can be; a used one is replaced. */
async function runsInTurn({
  caller,
}: Stage): Promise<(n: number) => Promise<{ id: string; projectId: string } | null>> {
  const fresh = async () => {
    const load = await makeLoad({ ...caller, now: new Date() });
    return { load, sent: 0, ready: await Promise.all([0, 1, 2, 3].map((n) => load.prepare(n, 3))) };
  };
  const turns = await Promise.all(Array.from({ length: PROJECTS_AT_WORK }, fresh));
  return async (n) => {
    const index = n % turns.length;
    const turn = turns[index] as (typeof turns)[number];
    if (turn.sent++ === JOBS_OF_A_PROJECT) {
      turns[index] = await fresh();
      // What still runs of the old one has time to end.
      setTimeout(() => void deleteProjectRow(turn.load.projectId, caller.ownerHash).catch(() => {}), 30_000).unref();
    }
    const run = await db().$transaction(turn.ready[n % turn.ready.length] as Enqueue);
    return run.ok ? { id: run.value.id, projectId: turn.load.projectId } : null;
  };
}

export const longRows: readonly Row[] = [
  {
    id: "C20",
    fault: "a day's visits and runs in a short time",
    async run(stage, scale) {
      const [minutes, perSecond] = scale === "quick" ? [4, 8] : [30, 56];
      const web = await startWeb(stage);
      const worker = await stage.world.worker();
      const projectId = stage.loads[0]?.projectId as string;
      const send = await runsInTurn(stage);
      const open: string[] = [];
      const weights: Weight[] = [];
      let jobs = 0;
      let refused = 0;
      const { at: begun } = await inHands(stage, "");
      const stopReading = steadyLoad(() => [web.url], page(projectId), 20);
      // Touches nothing: what it takes longer at the end than in the beginning is the machine's doing, not ours.
      const stopControl = steadyLoad(() => [web.url], "/livez", 20);
      const stopVisits = steadily(perSecond, 40, (n) => visit(stage, web, open, n));
      const stopJobs = steadily(perSecond, 20, async (n) => {
        if (await send(n)) jobs++;
        else refused++;
      });
      const stopDays = steadily(1_000 / DAY_EVERY_MS, 1, () => letADayPass(stage));
      const pids = [web.process.pid, worker.child.pid] as number[];
      for (const until = Date.now() + minutes * 60_000; Date.now() < until; await sleep(WEIGHED_EVERY_MS))
        weights.push(await weigh(stage.oracle, pids));
      const [samples, visits] = await Promise.all([stopReading(), stopVisits(), stopJobs(), stopDays()]);
      const control = await stopControl();
      const settled = await stage.oracle.settled(SETTLED_MS);
      const { doubles } = await stage.oracle.tally([]);
      const [{ n: proved } = { n: 0 }] = await stage.oracle.ask<{ n: number }>(
        "SELECT count(*)::int AS n FROM chaos_end WHERE status = 'done' AND at > $1",
        [begun],
      );
      worker.child.kill("SIGTERM");
      web.process.kill("SIGKILL");
      await ended(worker.child);
      const memory = [0, 1].map((index) => growth(weights, (some) => mean(some.map(({ rss }) => rss[index] ?? 0))));
      const room = growth(weights, (some) => mean(some.map(({ bytes }) => bytes)));
      const drift = growth(samples, (some) => slowest(some, 0.99));
      const [, late] = quarters(weights);
      const dead = mean(late.map((one) => one.dead));
      const worst = late.reduce((a, b) => (b.dead > a.dead ? b : a));
      const bad = samples.filter(failed).length;
      const flat = [...memory, room, drift].every((ratio) => ratio < FLAT);
      return {
        pass: settled && doubles === 0 && bad === 0 && flat && dead < 0.2,
        numbers: {
          minutes,
          sessions: visits,
          jobs,
          "of them proved": proved,
          "jobs refused (busy)": refused,
          doubles,
          "failed requests": bad,
          "memory of web": times(memory[0] as number),
          "of worker": times(memory[1] as number),
          "tables and indexes": times(room),
          "p99 of a page": fromTo(samples, 0.99),
          "p50 of a page": fromTo(samples, 0.5),
          "p99 of no work at all": fromTo(control, 0.99),
          "dead rows at most": `${percent(dead)} on average, ${percent(worst.dead)} in ${worst.deadTable || "none"}`,
        },
      };
    },
  },
  {
    id: "C21",
    fault: "somebody holds an old snapshot for long",
    async run(stage, scale) {
      const [aloneMs, heldMs] = scale === "quick" ? [40_000, 120_000] : [120_000, 600_000];
      const web = await startWeb(stage);
      const worker = await stage.world.worker();
      const projectId = stage.loads[0]?.projectId as string;
      const churn = await runsInTurn(stage);
      const probes = stage.loads.slice(1);
      // The first runs start the sandbox; who came then waited for that, and not for the queue.
      const accepted = await stage.send(10, 4);
      await stage.oracle.settled(SETTLED_MS);
      const warm = accepted.length;
      const stopReading = steadyLoad(() => [web.url], page(projectId), 20);
      // Asked for and called off at once: what the queue has to step over, without keeping a core busy.
      const stopChurn = steadily(20, 20, async (n) => {
        const run = await churn(n);
        if (run) await cancelRun(run.id, run.projectId, stage.caller.ownerHash, "It is only load.");
      });
      const stopProbes = steadily(2, 2, async (n) => {
        const run = await (probes[n % probes.length] as Stage["loads"][number]).prepare(n, 1);
        const sent = await db().$transaction(run);
        if (sent.ok) accepted.push(sent.value.id);
      });
      await sleep(aloneMs);
      const alone = accepted.length;
      const reader = new Client({ connectionString: stage.world.url });
      reader.on("error", () => {});
      await reader.connect();
      await reader.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
      await reader.query("SELECT count(*) FROM project");
      await sleep(heldMs * 0.6);
      const late = accepted.length;
      await sleep(heldMs * 0.4);
      const weight = await weigh(stage.oracle, []);
      await Promise.all([stopChurn(), stopProbes()]);
      const samples = await stopReading();
      await reader.end();
      const settled = await stage.oracle.settled(SETTLED_MS);
      const tally = await stage.oracle.tally(accepted);
      const claims = async (runs: readonly string[]) => {
        const rows = await stage.oracle.ask<{ ms: number }>(
          "SELECT extract(epoch FROM min(c.at) - run.created_at)::float * 1000 AS ms FROM chaos_claim AS c JOIN run ON run.id = c.run WHERE run.id = ANY($1) GROUP BY run.id",
          [runs],
        );
        return [0.5, 0.95].map((share) =>
          Math.round(
            quantile(
              rows.map(({ ms }) => ms),
              share,
            ),
          ),
        ) as [number, number];
      };
      const [usual, before] = await claims(accepted.slice(warm, alone));
      const [usualBeside, during] = await claims(accepted.slice(late));
      worker.child.kill("SIGTERM");
      web.process.kill("SIGKILL");
      await ended(worker.child);
      const bad = samples.filter(failed).length;
      return {
        pass: settled && isWhole(tally) && bad === 0 && during < 2 * before,
        numbers: {
          "snapshot held": seconds(heldMs),
          ...numbersOf(tally),
          "failed requests": bad,
          "dead rows meanwhile": `${percent(weight.dead)} in ${weight.deadTable || "none"}`,
          "claim p50, p95 alone": `${usual}, ${before} ms`,
          "claim p50, p95 beside it": `${usualBeside}, ${during} ms`,
        },
      };
    },
  },
];
