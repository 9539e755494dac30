import { Client } from "pg";
import { Prisma } from "../db/client.ts";
import { env } from "../env.ts";
import { daysKept, RETENTION_RULES, type RetentionRule } from "./rules.ts";

/** What one rule found or took away. `days`: as the settings say; null where they keep everything. */
export interface Retained {
  rule: RetentionRule;
  days: number | null;
  rows: number;
}

/** One round ends after so many statements, so that it never becomes load; the next one goes on. */
const MOST_BATCHES = 50;

const STATEMENT_MS = 120_000;

/** What would go now; changes nothing. */
export const previewRetention = (): Promise<Retained[]> => each(count);

/** Takes away what the settings do not keep, in small steps: a page never waits for it. */
export const applyRetention = (): Promise<Retained[]> => each(remove);

async function each(work: (client: Client, rule: RetentionRule, days: number) => Promise<number>): Promise<Retained[]> {
  // A connection of its own: looking for what nobody refers to may take longer than a page may wait.
  const client = new Client({ connectionString: env().DATABASE_URL, statement_timeout: STATEMENT_MS });
  // The query that is under way fails too, and tells; without a listener the process would end.
  client.on("error", () => {});
  await client.connect();
  try {
    const told: Retained[] = [];
    for (const rule of RETENTION_RULES) {
      const days = daysKept(rule, env());
      told.push({ rule, days, rows: days === null ? 0 : await work(client, rule, days) });
    }
    return told;
  } finally {
    await client.end();
  }
}

async function count(client: Client, { table, where }: RetentionRule, days: number): Promise<number> {
  const asked = Prisma.sql`SELECT count(*)::int AS n FROM ${Prisma.raw(`"${table}"`)} AS t WHERE ${where(days)}`;
  return (await client.query<{ n: number }>(asked.text, asked.values)).rows[0]?.n ?? 0;
}

async function remove(client: Client, rule: RetentionRule, days: number): Promise<number> {
  let rows = 0;
  for (let batches = 0; batches < MOST_BATCHES; batches++) {
    const gone = await removeBatch(client, rule, days);
    rows += gone;
    if (gone < rule.batch) break;
  }
  return rows;
}

/** What somebody holds at this moment is left for the next round. */
async function removeBatch(client: Client, { table, where, batch }: RetentionRule, days: number): Promise<number> {
  const from = Prisma.raw(`"${table}"`);
  const asked = Prisma.sql`
    DELETE FROM ${from} WHERE ctid = ANY(ARRAY(
      SELECT t.ctid FROM ${from} AS t WHERE ${where(days)} LIMIT ${batch} FOR UPDATE OF t SKIP LOCKED))`;
  return (await client.query(asked.text, asked.values)).rowCount ?? 0;
}
