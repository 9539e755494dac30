import { AggregatorRegistry, collectDefaultMetrics, Gauge, Histogram, type MetricObject, Registry } from "prom-client";
import { connections } from "../db/client.ts";
import { countWork, type WorkCounts } from "../db/queries/count-work.ts";

/** What this web server counts about itself. */
export interface WebMetrics {
  registry: Registry;
  /** Seconds from a request's first byte to the end of its answer. */
  requests: Histogram<"route" | "method" | "status">;
  inFlight: Gauge;
}

// One for each process, however often this module is evaluated (see the database client).
const shared = globalThis as { plumblineMetrics?: WebMetrics };

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The metrics of this web server. Labels are templates, names and states, never what somebody sent. */
export function webMetrics(): WebMetrics {
  shared.plumblineMetrics ??= open();
  return shared.plumblineMetrics;
}

function open(): WebMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "plumbline_database_connections",
    help: "Connections of this web server to the database, and work that waits for one",
    labelNames: ["state"],
    registers,
    collect() {
      for (const [state, count] of Object.entries(connections())) this.set({ state }, count);
    },
  });
  return {
    registry,
    requests: new Histogram({
      name: "plumbline_http_request_duration_seconds",
      help: "Time to the end of the answer by route template, method and status; 499: the client left first",
      labelNames: ["route", "method", "status"],
      buckets: SECONDS,
      registers,
    }),
    inFlight: new Gauge({ name: "plumbline_http_requests_in_flight", help: "Requests being answered", registers }),
  };
}

/** Media type of what is scraped. */
export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/**
 * Everything there is to scrape: this server's own numbers, what the database says about work that is shared, and what
 * each living worker said about itself. Without a database the first part only, and `plumbline_database_up` is 0.
 */
export async function scrape(): Promise<string> {
  const counts = await countWork().catch(() => null);
  const parts = [await webMetrics().registry.metrics(), await sharedMetrics(counts).metrics()];
  if (counts) parts.push(await ofWorkers(counts).metrics());
  return parts
    .map((part) => part.trimEnd())
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

function sharedMetrics(counts: WorkCounts | null): Registry {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[], rows: readonly (readonly [string[], number])[]) => {
    const made = new Gauge({ name, help, labelNames, registers: [registry] });
    for (const [labels, count] of rows)
      made.set(Object.fromEntries(labelNames.map((label, n) => [label, labels[n] ?? ""])), count);
  };
  gauge("plumbline_database_up", "Whether the database answered within a second", [], [[[], counts ? 1 : 0]]);
  if (!counts) return registry;
  gauge(
    "plumbline_jobs",
    "Jobs by queue and state",
    ["queue", "state"],
    counts.jobs.map((row) => [[row.queue, row.state], row.count]),
  );
  gauge(
    "plumbline_oldest_waiting_job_seconds",
    "How long the first job of a queue has been waiting",
    ["queue"],
    counts.waiting.map((row) => [[row.queue], row.seconds]),
  );
  gauge(
    "plumbline_runs",
    "Runs that are kept, by status and sandbox; remembered: their verdicts were known, and nothing was run",
    ["status", "sandbox", "remembered"],
    counts.runs.map((row) => [[row.status, row.sandbox, String(row.remembered)], row.count]),
  );
  gauge(
    "plumbline_workers",
    "Workers that are alive, by sandbox and its state",
    ["sandbox", "state"],
    counts.workers.map((row) => [[row.sandbox, row.state], row.count]),
  );
  gauge("plumbline_database_bytes", "Size of the database", [], [[[], counts.bytes]]);
  return registry;
}

/** Each series of a worker with its name, so that a restart shows as another series and not as a counter that falls. */
function ofWorkers({ said }: WorkCounts): Registry {
  const named = said.map(({ worker, metrics }) =>
    metrics.map((metric) => ({
      ...metric,
      values: (metric as unknown as { values: { labels: object }[] }).values.map((value) => ({
        ...value,
        labels: { ...value.labels, worker },
      })),
    })),
  );
  return AggregatorRegistry.aggregate(named as unknown as MetricObject[]);
}
