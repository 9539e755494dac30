import { db, Prisma } from "../db/client.ts";
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

/** What would go now; changes nothing. */
export const previewRetention = (): Promise<Retained[]> => each(count);

/** Takes away what the settings do not keep, in small steps: a page never waits for it. */
export const applyRetention = (): Promise<Retained[]> => each(remove);

async function each(work: (rule: RetentionRule, days: number) => Promise<number>): Promise<Retained[]> {
  const told: Retained[] = [];
  for (const rule of RETENTION_RULES) {
    const days = daysKept(rule, env());
    told.push({ rule, days, rows: days === null ? 0 : await work(rule, days) });
  }
  return told;
}

async function count({ table, where }: RetentionRule, days: number): Promise<number> {
  const [counted] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM ${Prisma.raw(`"${table}"`)} AS t WHERE ${where(days)}`;
  return counted?.n ?? 0;
}

async function remove(rule: RetentionRule, days: number): Promise<number> {
  let rows = 0;
  for (let batches = 0; batches < MOST_BATCHES; batches++) {
    const gone = await removeBatch(rule, days);
    rows += gone;
    if (gone < rule.batch) break;
  }
  return rows;
}

/** What somebody holds at this moment is left for the next round. */
const removeBatch = ({ table, where, batch }: RetentionRule, days: number): Promise<number> => {
  const from = Prisma.raw(`"${table}"`);
  return db().$executeRaw`
    DELETE FROM ${from} WHERE ctid = ANY(ARRAY(
      SELECT t.ctid FROM ${from} AS t WHERE ${where(days)} LIMIT ${batch} FOR UPDATE OF t SKIP LOCKED))`;
};
