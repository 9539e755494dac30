import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { forgetWorker, noteWorker } from "../db/commands/note-worker.ts";
import type { SaidMetrics } from "../db/queries/count-work.ts";
import { listWorkers } from "../db/queries/list-workers.ts";
import { env } from "../env.ts";
import type { SandboxDriver } from "../sandbox/driver.ts";
import type { OpenSandbox, SandboxState } from "../sandbox/open-sandbox.ts";

/** A worker in the list of those that are alive. */
export interface Presence {
  id: string;
  /** Says so again, and what it counted; false while the database is away. */
  tell(state: SandboxState, metrics: SaidMetrics): Promise<boolean>;
  leave(): Promise<void>;
}

/** A fresh name for this process in the list. */
export function presence(): Presence {
  const id = randomUUID();
  const host = hostname();
  return {
    id,
    tell: (state, metrics) =>
      noteWorker({ id, host, metrics, ...state })
        .then(() => true)
        .catch(() => false),
    leave: () => forgetWorker(id).catch(() => undefined),
  };
}

/**
 * The driver with which a worker takes runs now; null when it should leave them to others or wait: while its own image
 * is being built, while another worker offers containers, or where only containers are wanted.
 */
export async function servingDriver(sandbox: OpenSandbox): Promise<SandboxDriver | null> {
  const { state, sandbox: name } = sandbox.state();
  if (name === "docker" && state === "building") return null;
  const driver = sandbox.driver();
  if (driver.name === "docker") return driver;
  if (env().PLUMBLINE_SANDBOX === "docker") return null;
  const others = await listWorkers().catch(() => []);
  return others.some((other) => other.sandbox === "docker" && other.state !== "failed") ? null : driver;
}
