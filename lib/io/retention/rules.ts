import { Prisma } from "../db/client.ts";
import type { Environment } from "../env.ts";

/** One kind of rows that are not kept for ever. */
export interface RetentionRule {
  id: string;
  /** What goes, in words. */
  what: string;
  /** The setting that says after how many days; absent where it is no matter of taste. */
  setting?: "PLUMBLINE_KEEP_PROJECTS_DAYS" | "PLUMBLINE_KEEP_RUNS_DAYS" | "PLUMBLINE_KEEP_LINKS_DAYS";
  table: string;
  /** Which rows of `t` go, given so many days. */
  where(days: number): Prisma.Sql;
  /** Rows of one statement. */
  batch: number;
}

const before = (days: number) => Prisma.sql`now() - make_interval(days => ${days})`;

/** Days for which a text is kept that nothing refers to: whatever is being written now will refer to it by then. */
const GRACE_DAYS = 1;

/** In this order: what goes with a project need not be looked for, and a text goes after everything that referred to it. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    id: "projects",
    what: "Projects that nobody changed for so long, with everything in them",
    setting: "PLUMBLINE_KEEP_PROJECTS_DAYS",
    table: "project",
    where: (days) => Prisma.sql`t.updated_at < ${before(days)}`,
    batch: 20,
  },
  {
    id: "runs",
    what: "Finished runs, except the last of each kind of a project",
    setting: "PLUMBLINE_KEEP_RUNS_DAYS",
    table: "run",
    where: (days) => Prisma.sql`t.status IN ('done', 'cancelled', 'crashed') AND t.finished_at < ${before(days)}
      AND EXISTS (SELECT 1 FROM run AS newer WHERE newer.project_id = t.project_id AND newer.kind = t.kind
        AND (newer.created_at, newer.id) > (t.created_at, t.id))`,
    batch: 200,
  },
  {
    id: "links",
    what: "Share links that expired or were revoked so long ago, unless somebody commented through them",
    setting: "PLUMBLINE_KEEP_LINKS_DAYS",
    table: "share_link",
    where: (days) => Prisma.sql`least(t.expires_at, t.revoked_at) < ${before(days)}
      AND NOT EXISTS (SELECT 1 FROM comment WHERE comment.link_id = t.id)`,
    batch: 500,
  },
  {
    id: "grants",
    what: "Tokens of agents that expired or were revoked so long ago",
    setting: "PLUMBLINE_KEEP_LINKS_DAYS",
    table: "agent_grant",
    where: (days) => Prisma.sql`least(t.expires_at, t.revoked_at) < ${before(days)}`,
    batch: 500,
  },
  {
    id: "keys",
    what: "Answers to requests that can no longer be repeated",
    table: "idempotency_key",
    where: () => Prisma.sql`t.expires_at <= now()`,
    batch: 500,
  },
  {
    id: "contents",
    what: "Texts that no draft and no run refers to",
    table: "content",
    where: () => Prisma.sql`t.created_at < ${before(GRACE_DAYS)}
      AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.sha256 = t.sha256)
      AND NOT EXISTS (SELECT 1 FROM run
        WHERE run.files @> jsonb_build_object('files', jsonb_build_array(jsonb_build_object('sha256', t.sha256))))`,
    batch: 200,
  },
  {
    id: "verdicts",
    what: "Remembered verdicts on texts that are gone",
    table: "check_run",
    where: () => Prisma.sql`t.at < ${before(GRACE_DAYS)}
      AND NOT EXISTS (SELECT 1 FROM content WHERE content.sha256 = t.sha256)`,
    batch: 500,
  },
];

/** For how many days the settings keep what a rule is about; null: for ever. */
export function daysKept({ setting }: RetentionRule, settings: Environment): number | null {
  if (!setting) return 0;
  return settings[setting] === 0 ? null : settings[setting];
}
