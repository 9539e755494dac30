import type { FileUnderCheck, Outcome } from "#lib/core/checks/check.ts";
import { UNMEASURED } from "#lib/core/checks/coverage.ts";
import type { ProofStep } from "#lib/core/checks/proof.ts";
import { ruffVersion } from "../ruff.ts";
import { type SandboxDriver, SandboxLost } from "./driver.ts";
import { checkStatically, closeEmbedded } from "./embedded.ts";
import { PYODIDE } from "./python-snapshot.ts";

/** Which tools judge in the embedded sandbox; another text makes a remembered verdict void. */
export const EMBEDDED_TOOLCHAIN = `embedded/3 ruff ${ruffVersion()} pyodide ${PYODIDE}`;

/** The driver that needs nothing installed: a child process reads the files and never runs them. */
export const embeddedDriver: SandboxDriver = {
  name: "embedded",
  isolation: "child process",
  toolchain: EMBEDDED_TOOLCHAIN,
  async prove(repository, paths, { signal, onSteps } = {}) {
    const begun = performance.now();
    const step: ProofStep = { label: "Static checks", state: "running" };
    onSteps?.([step]);
    const asked = new Set(paths);
    const files = repository.files.filter(({ path }) => asked.has(path));
    const judged = await Promise.all(files.map((file) => judge(file, signal)));
    const outcomes = Object.fromEntries(files.map(({ path }, index) => [path, judged[index] as Outcome[]]));
    const done: ProofStep = {
      ...step,
      state: "done",
      durationMs: Math.round(performance.now() - begun),
      summary: `${files.length} files read`,
    };
    onSteps?.([done]);
    return {
      sandbox: "embedded",
      isolation: "child process",
      toolchain: EMBEDDED_TOOLCHAIN,
      outcomes,
      coverage: { reason: UNMEASURED },
      steps: [done],
    };
  },
  async close() {
    closeEmbedded();
  },
};

async function judge(file: FileUnderCheck, signal: AbortSignal | undefined): Promise<Outcome[]> {
  const outcomes = await checkStatically(file, signal);
  const lost = outcomes.flatMap(({ findings }) => findings).find(({ code }) => code === "sandbox-start");
  if (lost) throw new SandboxLost(lost.message, lost.mend ?? "");
  return outcomes;
}
