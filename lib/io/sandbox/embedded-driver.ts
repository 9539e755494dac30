import type { Outcome } from "#lib/core/checks/check.ts";
import type { ProofStep } from "#lib/core/checks/proof.ts";
import { ruffVersion } from "../ruff.ts";
import { type SandboxDriver, SandboxLost } from "./driver.ts";
import { checkStatically, closeEmbedded } from "./embedded.ts";

/** Which tools judge in the embedded sandbox; another text makes a remembered verdict void. */
export const EMBEDDED_TOOLCHAIN = `embedded/1 ruff ${ruffVersion()} pyodide 314.0.7`;

/** The driver that needs nothing installed: a child process reads the files and never runs them. */
export const embeddedDriver: SandboxDriver = {
  name: "embedded",
  isolation: "child process",
  toolchain: EMBEDDED_TOOLCHAIN,
  async prove(repository, paths, { signal, onSteps } = {}) {
    const begun = performance.now();
    const step: ProofStep = { label: "Static checks", state: "running" };
    onSteps?.([step]);
    const outcomes: Record<string, Outcome[]> = {};
    for (const file of repository.files.filter(({ path }) => paths.includes(path))) {
      signal?.throwIfAborted();
      const own = await checkStatically(file);
      const lost = own.flatMap(({ findings }) => findings).find(({ code }) => code === "sandbox-start");
      if (lost) throw new SandboxLost(lost.message);
      outcomes[file.path] = own;
    }
    const done: ProofStep = {
      ...step,
      state: "done",
      durationMs: Math.round(performance.now() - begun),
      summary: `${Object.keys(outcomes).length} files read`,
    };
    onSteps?.([done]);
    return { sandbox: "embedded", isolation: "child process", toolchain: EMBEDDED_TOOLCHAIN, outcomes, steps: [done] };
  },
  async close() {
    closeEmbedded();
  },
};
