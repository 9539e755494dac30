import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { MIGRATIONS, migrate, takeBack } from "#lib/io/db/migrate.ts";
import { isWhole, numbersOf, type Row, seconds } from "./row.ts";
import { saveUntilHeard } from "./save.ts";
import { startWeb, steadyLoad } from "./web.ts";
import { ended } from "./world.ts";

const SETTLED_MS = 180_000;
const NAME = "99990101000000_probe";

/** One of each kind of step by which a schema grows, on the tables that everything needs. */
const UP = `
  ALTER TABLE "project" ADD COLUMN "probe" TEXT NOT NULL DEFAULT '';
  ALTER TABLE "run" ADD COLUMN "probe" INTEGER;
  CREATE INDEX "run_probe_idx" ON "run" ("kind", "created_at");
  CREATE TABLE "probe" ("id" TEXT PRIMARY KEY, "project_id" TEXT NOT NULL REFERENCES "project" ("id") ON DELETE CASCADE);`;
const DOWN = `
  DROP TABLE "probe";
  DROP INDEX "run_probe_idx";
  ALTER TABLE "run" DROP COLUMN "probe";
  ALTER TABLE "project" DROP COLUMN "probe";`;

/** Our migrations with one more. */
function withProbe(folder: string): string {
  const all = join(folder, "migrations");
  cpSync(MIGRATIONS, all, { recursive: true });
  mkdirSync(join(all, NAME));
  writeFileSync(join(all, NAME, "migration.sql"), UP);
  writeFileSync(join(all, NAME, "down.sql"), DOWN);
  return all;
}

/** Rows of finished runs, so that what rewrites or reads a whole table takes its time. */
const FILL = `
  INSERT INTO run (id, project_id, kind, paths, files, status, actor, result, started_at, finished_at)
  SELECT gen_random_uuid()::text, p.id, 'draft', '[]', '{"files": []}', 'done', '{}', '{}', now(), now()
  FROM generate_series(1, $1) AS n JOIN LATERAL (SELECT id FROM project LIMIT 1 OFFSET n % 10) AS p ON true`;

export const schemaRows: readonly Row[] = [
  {
    id: "C15",
    fault: "migrate up while the old version runs, and back, beside a long reader",
    async run(stage, scale) {
      const { world, oracle } = stage;
      const [rows, readMs] = scale === "quick" ? [20_000, 8_000] : [200_000, 20_000];
      await oracle.ask(FILL, [rows]);
      const web = await startWeb(stage);
      const worker = await world.worker();
      const projectId = stage.loads[0]?.projectId as string;
      const accepted: string[] = [];
      let saves = 0;
      let over = false;
      const saving = (async () => {
        for (; !over; saves++) {
          await saveUntilHeard(web, stage.loads[1]?.projectId as string, saves);
          accepted.push(...(await stage.send(1, 4)));
          await sleep(250);
        }
      })();
      const stop = steadyLoad(() => [web.url], `/p/${projectId}/deliver/answers`, 20);
      const step = async (work: () => Promise<unknown>): Promise<number> => {
        const reader = await readerOf(world.url);
        const begun = Date.now();
        const reading = sleep(readMs).then(() => reader.end());
        await sleep(1_000);
        await work();
        await reading;
        return Date.now() - begun;
      };
      const folder = withProbe(world.folder);
      const up = await step(() => migrate(world.url, folder));
      await sleep(3_000);
      const down = await step(() => takeBack(world.url, folder));
      await sleep(3_000);
      over = true;
      await saving;
      const samples = await stop();
      const settled = await oracle.settled(SETTLED_MS);
      const tally = await oracle.tally(accepted);
      worker.child.kill("SIGTERM");
      web.process.kill("SIGKILL");
      await ended(worker.child);
      const failed = samples.filter(({ status }) => status === 0 || status >= 500).length;
      return {
        pass: settled && isWhole(tally) && failed === 0,
        numbers: {
          "rows of the largest table": rows,
          ...numbersOf(tally),
          saves,
          requests: samples.length,
          "5xx": failed,
          "slowest answer": seconds(Math.max(...samples.map(({ ms }) => ms))),
          "there after": seconds(up),
          "back after": seconds(down),
        },
      };
    },
  },
];

/** Somebody who reads for long, as a backup does: what wants a table for itself has to wait for them. */
async function readerOf(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  await client.query("SELECT count(*) FROM project, run WHERE run.project_id = project.id");
  return client;
}
