import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

/** What became of all runs, by an observer inside the database that does not rely on our own fence. */
export interface Tally {
  accepted: number;
  done: number;
  /** Given up after two workers went down with it; an end, and one that a person is told about. */
  crashed: number;
  cancelled: number;
  /** Accepted, and not at an end when the experiment was over. */
  lost: number;
  /** Runs that came to an end more than once. */
  doubles: number;
}

const AUDIT = `
  CREATE TABLE chaos_claim (run TEXT, attempt INT, at TIMESTAMPTZ DEFAULT clock_timestamp());
  CREATE TABLE chaos_end (run TEXT, status TEXT, at TIMESTAMPTZ DEFAULT clock_timestamp());
  CREATE FUNCTION chaos_watch() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.attempt > OLD.attempt THEN INSERT INTO chaos_claim (run, attempt) VALUES (NEW.id, NEW.attempt); END IF;
    IF NEW.status IN ('done', 'crashed', 'cancelled') THEN INSERT INTO chaos_end (run, status) VALUES (NEW.id, NEW.status); END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER chaos_watch BEFORE UPDATE OF status ON run FOR EACH ROW EXECUTE FUNCTION chaos_watch();`;

/** Asks the database of a world, however often it has been away. */
export class Oracle {
  readonly #url: string;
  #client: Client | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  async ask<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    for (let attempt = 0; ; attempt++) {
      try {
        this.#client ??= await this.#connect();
        return (await this.#client.query(sql, values)).rows as T[];
      } catch (cause) {
        this.#client = undefined;
        if (attempt > 120) throw cause;
        await sleep(500);
      }
    }
  }

  async #connect(): Promise<Client> {
    const client = new Client({ connectionString: this.#url, connectionTimeoutMillis: 5_000, query_timeout: 10_000 });
    client.on("error", () => {
      this.#client = undefined;
    });
    await client.connect();
    return client;
  }

  watch = () => this.ask(AUDIT);

  async running(): Promise<number> {
    const [row] = await this.ask<{ n: number }>("SELECT count(*)::int AS n FROM run WHERE status = 'running'");
    return row?.n ?? 0;
  }

  async open(): Promise<number> {
    const [row] = await this.ask<{ n: number }>(
      "SELECT count(*)::int AS n FROM run WHERE status IN ('queued', 'running')",
    );
    return row?.n ?? 0;
  }

  /** Waits until nothing is open any more; true when that happened in time. */
  async settled(withinMs: number): Promise<boolean> {
    for (const until = Date.now() + withinMs; Date.now() < until; await sleep(200))
      if ((await this.open()) === 0) return true;
    return false;
  }

  async tally(accepted: readonly string[]): Promise<Tally> {
    const rows = await this.ask<{ id: string; status: string }>("SELECT id, status FROM run WHERE id = ANY($1)", [
      accepted,
    ]);
    const [double] = await this.ask<{ n: number }>(
      "SELECT count(*)::int AS n FROM (SELECT run FROM chaos_end GROUP BY run HAVING count(*) > 1) AS twice",
    );
    const count = (status: string) => rows.filter((row) => row.status === status).length;
    const [done, crashed, cancelled] = [count("done"), count("crashed"), count("cancelled")];
    return {
      accepted: accepted.length,
      done,
      crashed,
      cancelled,
      lost: accepted.length - done - crashed - cancelled,
      doubles: double?.n ?? 0,
    };
  }

  async close(): Promise<void> {
    await this.#client?.end().catch(() => undefined);
  }
}

/** The smallest value that `share` of all values do not exceed; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
