import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { counted } from "#lib/core/checks/container-check.ts";
import { coverageSentence, isMeasured } from "#lib/core/checks/coverage.ts";
import type { ProofStep } from "#lib/core/checks/proof.ts";
import { evidenceFile, evidenceFor } from "#lib/core/delivery/evidence.ts";
import { EVIDENCE_PATH, MANIFEST_PATH } from "#lib/core/delivery/repository.ts";
import { tally } from "#lib/core/delivery/tally.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { SandboxLost } from "#lib/io/sandbox/driver.ts";
import { type ValidatedRepository, validateRepository } from "#lib/wizard/validate-repository.ts";
import { openDriver } from "../open-driver.ts";
import { BadInput, CannotRun, data, EXIT, type ExitCode, json, problemLine, talk } from "../output.ts";
import { proofTable } from "../proof-table.ts";

const STOPPED = "Stopped before every check had run; nothing is said about the files.";

/** Proves a rendered repository as it stands in a folder; exit code 1 when a check fails or a planned file is missing. */
export async function run(folder: string, options: Record<string, string | boolean | undefined>): Promise<ExitCode> {
  const driver = await openDriver(options.sandbox as string | undefined);
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort(new CannotRun({ path: folder, code: "stopped", message: STOPPED })));
  try {
    const validated = await validateRepository(resolve(folder), driver, {
      signal: stop.signal,
      onSteps: progress(),
    }).catch((cause) => {
      throw cause instanceof SandboxLost ? withoutVerdict(folder, cause) : cause;
    });
    if (!validated.ok) throw new BadInput(validated.error);
    const sums = tally(validated.value.proof.outcomes);
    const passed = sums.failing === 0 && validated.value.missing.length === 0;
    if (options.json) json(report(validated.value, passed));
    else print(validated.value, passed);
    if (options.writeEvidence) writeEvidence(resolve(folder), validated.value);
    return passed ? EXIT.done : EXIT.findings;
  } finally {
    await driver.close();
  }
}

const withoutVerdict = (path: string, { message, hint }: SandboxLost): CannotRun =>
  new CannotRun({
    path,
    code: "sandbox-lost",
    message: `The sandbox went away, so nothing is said about the files. ${message}`,
    hint,
  });

/** Says on standard error what begins and what ended, each once. */
function progress(): (steps: readonly ProofStep[]) => void {
  const said = new Set<string>();
  return (steps) => {
    for (const { label, state, durationMs, summary } of steps) {
      const line = [
        `${label}: ${state}`,
        summary,
        durationMs === undefined ? "" : `${(durationMs / 1000).toFixed(1)} s`,
      ]
        .filter(Boolean)
        .join(", ");
      if (!said.has(line)) talk(line);
      said.add(line);
    }
  };
}

function print({ rendered, proof, missing, left, unread }: ValidatedRepository, passed: boolean): void {
  const { sandbox, isolation, toolchain, outcomes, coverage } = proof;
  const files = Object.keys(outcomes).length;
  data(`${rendered.design.repositoryName}: ${files} files, sandbox ${sandbox} (${isolation}), tools ${toolchain}`);
  data("");
  for (const line of proofTable(outcomes)) data(line);
  if (coverage)
    data(`Coverage: ${isMeasured(coverage) ? coverageSentence(coverage) : `not measured. ${coverage.reason}`}`);
  for (const { path, task } of missing.filter(({ path }) => !unread.some((one) => one.path === path)))
    data(`Missing: ${path} (${task}) is planned and not there. Restore it, or render the repository again.`);
  for (const { path, task } of left) data(`Left out: ${path} (${task}), as the manifest says.`);
  for (const problem of unread) data(`Not judged: ${problemLine(problem)}`);
  const { failing, skipped } = tally(outcomes);
  data("");
  data(
    passed
      ? `Nothing failed in ${files} files.${skipped.length > 0 ? " What did not run is listed above and counts as nothing." : ""}`
      : `${failing} of ${counted(files, "file")} failed; ${missing.length === 0 ? "no planned file" : counted(missing.length, "planned file")} cannot be judged.`,
  );
}

function report({ rendered, proof, repository, missing, left, unread }: ValidatedRepository, passed: boolean): unknown {
  const { outcomes, ...how } = proof;
  return {
    repository: rendered.design.repositoryName,
    passed,
    ...how,
    ...tally(outcomes),
    results: repository.files.map(({ path, text }) => ({ path, sha256: sha256(text), checks: outcomes[path] ?? [] })),
    missing,
    left,
    unread,
  };
}

function writeEvidence(folder: string, { proof, repository, manifest }: ValidatedRepository): void {
  const proved = repository.files.map(({ path, text }) => ({
    path,
    sha256: sha256(text),
    outcomes: proof.outcomes[path] ?? [],
  }));
  const delivered = [...repository.files, { path: MANIFEST_PATH, text: manifest }];
  const evidence = evidenceFor(delivered, proved, { [proof.sandbox]: proof.toolchain }, proof.coverage);
  if (!evidence) return;
  const target = join(folder, EVIDENCE_PATH);
  // What stands there may be a link to somewhere else.
  rmSync(target, { force: true });
  writeFileSync(target, evidenceFile(evidence).text, { flag: "wx" });
  talk(`Wrote ${EVIDENCE_PATH}.`);
}
