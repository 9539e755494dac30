import { readFileSync } from "node:fs";
import type { Oracle } from "./oracle.ts";

/** What an experiment weighs at one moment. */
export interface Weight {
  /** Memory of each process, in MB. */
  rss: number[];
  /** Bytes of all tables with their indexes. */
  bytes: number;
  /** The largest share of dead rows of a table that is large enough to speak of one, and its name. */
  dead: number;
  deadTable: string;
}

/** Tables with fewer rows are read whole in no time, whatever is dead in them. */
const SMALL = 500;

const megabytes = (pid: number): number =>
  Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);

/** Weighs processes and database. */
export async function weigh(oracle: Oracle, pids: readonly number[]): Promise<Weight> {
  const tables = await oracle.ask<{ name: string; bytes: string; live: string; dead: string }>(`
    SELECT schemaname || '.' || relname AS name, pg_total_relation_size(relid) AS bytes, n_live_tup AS live,
      n_dead_tup AS dead FROM pg_stat_user_tables WHERE relname NOT LIKE 'chaos_%'`);
  const shares = tables
    .map(({ name, live, dead }) => ({ name, all: Number(live) + Number(dead), dead: Number(dead) }))
    .filter(({ all }) => all >= SMALL)
    .map(({ name, all, dead }) => ({ name, share: dead / all }))
    .sort((a, b) => b.share - a.share);
  return {
    rss: pids.map(megabytes),
    bytes: tables.reduce((sum, { bytes }) => sum + Number(bytes), 0),
    dead: shares[0]?.share ?? 0,
    deadTable: shares[0]?.name ?? "",
  };
}
