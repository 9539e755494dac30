import { subscribe } from "node:diagnostics_channel";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { SaidMetrics } from "../db/queries/count-work.ts";
import { POOL_CHANNEL, type PoolEvent } from "../sandbox/docker/pool.ts";

/** Of what Node says about itself, enough to see a worker that is starved or grows; the rest would fill a row every five seconds. */
const OF_THE_PROCESS =
  /^(process_(cpu_seconds_total|resident_memory_bytes|start_time_seconds)|nodejs_eventloop_lag_p99_seconds)$/;

/** What a worker counts about itself. */
export interface WorkerMetrics {
  /** A run that ended or was handed back, and how long it took. */
  ran(sandbox: string, outcome: "ended" | "handed back", seconds: number): void;
  /** Everything so far, to be told with the next sign of life. */
  said(): Promise<SaidMetrics>;
}

/** Begins to count. */
export function openWorkerMetrics(): WorkerMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const containers = new Gauge({
    name: "plumbline_sandbox_containers",
    help: "Containers by what they do: ready to be taken, being made, in use",
    labelNames: ["state"],
    registers,
  });
  const starts = new Counter({
    name: "plumbline_sandbox_starts_total",
    help: "Containers that were started",
    registers,
  });
  const taking = new Histogram({
    name: "plumbline_sandbox_take_seconds",
    help: "How long a job waited for its container",
    buckets: [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
    registers,
  });
  const runs = new Histogram({
    name: "plumbline_run_duration_seconds",
    help: "Time from taking a run to its end, by sandbox and how it ended here",
    labelNames: ["sandbox", "outcome"],
    buckets: [0.5, 1, 2.5, 5, 10, 30, 60, 300, 600],
    registers,
  });
  subscribe(POOL_CHANNEL, (message) => {
    const event = message as PoolEvent;
    containers.set({ state: "ready" }, event.ready);
    containers.set({ state: "being made" }, event.making);
    containers.set({ state: "in use" }, event.used);
    if (event.made) starts.inc();
    if (event.tookMs !== undefined) taking.observe(event.tookMs / 1_000);
  });
  return {
    ran: (sandbox, outcome, seconds) => runs.observe({ sandbox, outcome }, seconds),
    async said() {
      const all = (await registry.getMetricsAsJSON()) as unknown as SaidMetrics;
      return all.flatMap((metric) => {
        if (metric.name.startsWith("plumbline_")) return [metric];
        // Under a name of its own: the web server says the same about itself.
        return OF_THE_PROCESS.test(metric.name) ? [{ ...metric, name: `plumbline_worker_${metric.name}` }] : [];
      });
    },
  };
}
