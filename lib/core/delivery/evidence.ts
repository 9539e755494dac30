import type { Outcome, SandboxName } from "../checks/check.ts";
import type { Coverage } from "../checks/coverage.ts";
import { sha256 } from "../sha256.ts";
import { type DeliveredFile, EVIDENCE_PATH, MANIFEST_PATH } from "./repository.ts";
import { type Tally, tally } from "./tally.ts";

/** Digest of the tools of each sandbox that spoke. */
export type Toolchains = Partial<Record<SandboxName, string>>;

/** By whose leave a file is in the repository: what kind of caller, never the name of a person. */
export interface Acceptance {
  by: string;
  /** The reason typed for accepting it although a check had failed. */
  acknowledgement?: string;
}

/** What was found about one file as it is delivered. */
export interface ProvedFile {
  path: string;
  /** SHA-256 of the content the outcomes are about, hex. */
  sha256: string;
  outcomes: readonly Outcome[];
  accepted?: Acceptance;
}

/** `.plumbline/evidence.json`. */
export interface Evidence {
  plumbline: 1;
  /** SHA-256 of the manifest of the same repository. */
  manifest: string;
  toolchains: Toolchains;
  totals: Omit<Tally, "skipped">;
  /** What did not run, and why; none of it counts as a pass. */
  skipped: Tally["skipped"];
  /** What all tests covered of these files, or why that is not known; absent where nobody asked. */
  coverage?: Coverage;
  /** Delivered files about which nothing is known as they stand. */
  unproved: string[];
  files: (Omit<ProvedFile, "outcomes"> & { checks: Partial<Outcome>[] })[];
}

/**
 * What ran on a repository (decision 0004): each file's outcomes with tool, sandbox and counts, what was skipped and
 * why, what was accepted although it failed. No clock and no duration: the same proof gives the same bytes. Null when
 * nothing is known about any of the files.
 */
export function evidenceFor(
  delivered: readonly Pick<DeliveredFile, "path" | "text">[],
  proved: readonly ProvedFile[],
  toolchains: Toolchains,
  coverage?: Coverage | null,
): Evidence | null {
  const own = delivered.filter(({ path }) => !path.startsWith(".plumbline/"));
  const found = new Map(proved.map((file) => [file.path, file]));
  const about = own.flatMap(({ path, text }) => {
    const file = found.get(path);
    return file && file.outcomes.length > 0 && file.sha256 === sha256(text) ? [file] : [];
  });
  if (about.length === 0) return null;
  const { skipped, ...totals } = tally(Object.fromEntries(about.map(({ path, outcomes }) => [path, outcomes])));
  const named = new Set(about.map(({ path }) => path));
  return {
    plumbline: 1,
    manifest: sha256(delivered.find(({ path }) => path === MANIFEST_PATH)?.text ?? ""),
    toolchains,
    totals,
    skipped,
    ...(coverage ? { coverage } : {}),
    unproved: own.map(({ path }) => path).filter((path) => !named.has(path)),
    files: about
      .map(({ outcomes, ...file }) => ({ ...file, checks: outcomes.map(brief) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** The file itself. */
export const evidenceFile = (evidence: Evidence): DeliveredFile => ({
  path: EVIDENCE_PATH,
  text: `${JSON.stringify(evidence, null, 2)}\n`,
  mode: 0o644,
});

/** An outcome without an empty list of findings. */
const brief = ({ findings, ...outcome }: Outcome): Partial<Outcome> =>
  findings.length > 0 ? { ...outcome, findings } : outcome;
