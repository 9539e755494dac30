import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { backUp } from "#lib/io/backup/back-up.ts";
import { linesOf } from "#lib/io/backup/lines.ts";
import { restore } from "#lib/io/backup/restore.ts";
import { readPidFile } from "../postgres-cluster.ts";
import { quantile } from "./oracle.ts";
import { type Row, seconds } from "./row.ts";
import { save, saveUntilHeard, versionOf } from "./save.ts";
import type { Stage } from "./stage.ts";
import { HEADERS, startWeb, steadyLoad, type Web } from "./web.ts";

/** How long a request may wait where no connection can be had (HARDENING, C7). */
const WAIT_MS = 5_000;
/** After so long Postgres ends a session that sleeps in a transaction (`lib/io/db/client.ts`). */
const ASLEEP_MS = 15_000;

const page = (stage: Stage): string => `/p/${stage.loads[0]?.projectId}/deliver/answers`;
const isGood = ({ status }: { status: number }): boolean => status === 200;

/** The worst event loop delay of 99 % of the time, as the server says it. */
async function lag(web: Web): Promise<number> {
  const text = await fetch(`${web.url}/metrics`).then((response) => response.text());
  return Math.round(Number(/^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(text)?.[1]) * 1_000);
}

/** Waits until a page is answered again; how long that took. */
async function answersAgain(web: Web, path: string): Promise<number> {
  const begun = Date.now();
  for (; Date.now() - begun < 60_000; await sleep(100))
    if (await fetch(web.url + path, { headers: HEADERS }).then(isGood, () => false)) break;
  return Date.now() - begun;
}

export const storeRows: readonly Row[] = [
  {
    id: "C4",
    fault: "kill -9 the web server while it saves",
    async run(stage, scale) {
      const [kills, saves] = scale === "quick" ? [3, 15] : [20, 100];
      const web = await startWeb(stage);
      const projectId = stage.loads[0]?.projectId as string;
      let killed = 0;
      let going = true;
      const killing = (async () => {
        for (; going && killed < kills; killed++) {
          await sleep(500 + Math.random() * 1_000);
          web.process.kill("SIGKILL");
          web.start();
          await web.ready();
        }
      })();
      const heard = [];
      let again = 0;
      for (let n = 0; n < saves || killed < kills; n++) {
        const said = await saveUntilHeard(web, projectId, n);
        again += said.attempts - 1;
        heard.push(said);
      }
      going = false;
      await killing;
      const [{ n: versions } = { n: 0 }] = await stage.oracle.ask<{ n: number }>(
        "SELECT count(*)::int AS n FROM event WHERE project_id = $1 AND type = 'answers-changed' AND payload::text LIKE '%save number%'",
        [projectId],
      );
      let different = 0;
      for (const said of heard.filter(({ status }) => status === 200).slice(-5))
        if ((await save(web, projectId, said)).body !== said.body) different++;
      web.process.kill("SIGKILL");
      return {
        pass: versions === heard.length && different === 0,
        numbers: {
          kills: killed,
          saves: heard.length,
          "sent again": again,
          stored: versions,
          "other answers when repeated": different,
        },
      };
    },
  },
  {
    id: "C7",
    fault: "the database accepts no connections for a while (SIGSTOP)",
    async run(stage, scale) {
      const stoppedMs = scale === "quick" ? 8_000 : 20_000;
      const web = await startWeb(stage);
      const { pid } = readPidFile(join(stage.world.folder, "postgres/cluster")) ?? { pid: 0 };
      await stage.oracle.ask(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
      );
      process.kill(pid, "SIGSTOP");
      const stop = steadyLoad(() => [web.url], page(stage), 20);
      await sleep(stoppedMs);
      process.kill(pid, "SIGCONT");
      const back = await answersAgain(web, page(stage));
      const samples = await stop();
      const delay = await lag(web);
      web.process.kill("SIGKILL");
      const odd = samples.filter((one) => !isGood(one) && one.status !== 503).length;
      const slowest = Math.max(...samples.map(({ ms }) => ms));
      return {
        pass: odd === 0 && slowest <= WAIT_MS && back <= WAIT_MS,
        numbers: {
          requests: samples.length,
          "told 503": samples.filter(({ status }) => status === 503).length,
          "neither 200 nor 503": odd,
          "slowest answer": seconds(slowest),
          "event loop delay p99": `${delay} ms`,
          "good again after": seconds(back),
        },
      };
    },
  },
  {
    id: "C8",
    fault: "sessions sleep in transactions that hold what everybody needs",
    async run(stage) {
      const web = await startWeb(stage);
      const sleepers = Array.from({ length: 20 }, () => new Client({ connectionString: stage.world.url }));
      for (const [n, client] of sleepers.entries()) {
        client.on("error", () => {});
        await client.connect();
        await client.query(`SET idle_in_transaction_session_timeout = ${ASLEEP_MS}`);
        await client.query("BEGIN");
        await client.query(n === 0 ? "LOCK TABLE project IN ACCESS EXCLUSIVE MODE" : "SELECT 1");
      }
      const asleep = Date.now();
      const stop = steadyLoad(() => [web.url], page(stage), 20);
      await sleep(1_000);
      const back = await answersAgain(web, page(stage));
      const freed = Date.now() - asleep;
      const samples = await stop();
      web.process.kill("SIGKILL");
      for (const client of sleepers) await client.end().catch(() => {});
      const odd = samples.filter((one) => !isGood(one) && one.status !== 503).length;
      return {
        pass: odd === 0 && back < 60_000 && freed < ASLEEP_MS + 5_000,
        numbers: {
          requests: samples.length,
          "told 503": samples.filter(({ status }) => status === 503).length,
          "neither 200 nor 503": odd,
          "slowest answer": seconds(Math.max(...samples.map(({ ms }) => ms))),
          p95: `${quantile(
            samples.map(({ ms }) => ms),
            0.95,
          )} ms`,
          "good again after": seconds(freed),
        },
      };
    },
  },
  {
    id: "C11",
    fault: "the disk is full",
    missing: async () => (process.getuid?.() === 0 ? null : "only root can mount a small disk"),
    async run(stage) {
      const disk = join(stage.world.folder, "disk");
      const ballast = join(disk, "ballast");
      mkdirSync(disk);
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=16m", "tmpfs", disk]);
      const web = await startWeb(stage, { PLUMBLINE_DATA: disk });
      try {
        const projectId = stage.loads[1]?.projectId as string;
        const before = await versionOf(web, projectId);
        writeFileSync(ballast, Buffer.alloc(15.5 * 1024 * 1024));
        await sleep(2_500);
        const ready = await fetch(`${web.url}/readyz`);
        const refused = await save(web, projectId, { key: "full", version: before, n: 0 });
        const kept = await versionOf(web, projectId);
        rmSync(ballast);
        await sleep(2_500);
        const after = await save(web, projectId, { key: "free", version: before, n: 0 });
        return {
          pass: ready.status === 503 && refused.status === 507 && kept === before && after.status === 200,
          numbers: {
            "readyz while full": ready.status,
            "a save while full": refused.status,
            "a save afterwards": after.status,
          },
        };
      } finally {
        web.process.kill("SIGKILL");
        await sleep(500);
        execFileSync("umount", ["--lazy", disk]);
      }
    },
  },
  {
    id: "C16",
    fault: "dump, restore into another database, serve from there",
    async run(stage) {
      const other = stage.world.url.replace(/\/plumbline$/, "/restored");
      await stage.oracle.ask("DROP DATABASE IF EXISTS restored WITH (FORCE)");
      await stage.oracle.ask("CREATE DATABASE restored");
      const begun = Date.now();
      const ends = await restore(
        other,
        linesOf(Readable.from(backUp(stage.world.url)).map((text: string) => Buffer.from(text))),
      );
      const took = Date.now() - begun;
      const webs = [await startWeb(stage), await startWeb(stage, { DATABASE_URL: other })];
      let different = 0;
      for (const { projectId } of stage.loads) {
        const texts = await Promise.all(
          webs.map((web) =>
            fetch(`${web.url}/p/${projectId}/deliver/answers`, { headers: HEADERS }).then((one) => one.text()),
          ),
        );
        if (texts[0] !== texts[1]) different++;
      }
      for (const web of webs) web.process.kill("SIGKILL");
      return {
        pass: different === 0,
        numbers: {
          tables: ends.length,
          rows: ends.reduce((sum, { rows }) => sum + rows, 0),
          took: seconds(took),
          "projects that differ": different,
        },
      };
    },
  },
];
