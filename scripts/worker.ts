import { statSync } from "node:fs";
import { aliveFile, startWorker } from "#lib/io/jobs/worker.ts";
import { validateRun } from "#lib/wizard/validate-run.ts";

const STALE_AFTER_MS = 20_000;

/** `--health` answers for a container engine: 0 when a worker beside it had the database a moment ago. */
if (process.argv.includes("--health")) {
  const beat = statSync(aliveFile(), { throwIfNoEntry: false });
  process.exit(beat && Date.now() - beat.mtimeMs < STALE_AFTER_MS ? 0 : 1);
}

const worker = await startWorker(validateRun);
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void worker.stop().then(() => process.exit(0)));
}
