import type { Outcome, SandboxName } from "../checks/check.ts";
import { sha256 } from "../sha256.ts";
import { type DeliveredFile, EVIDENCE_PATH, MANIFEST_PATH } from "./repository.ts";
import { type Tally, tally } from "./tally.ts";

/** What was found about one delivered file, and by whose leave it is in the repository. */
export interface ProvedFile {
  path: string;
  /** SHA-256 of the content the outcomes are about, hex. */
  sha256: string;
  outcomes: readonly Outcome[];
  /** Who accepted it: the kind of caller, never a name of a person. */
  acceptedBy?: string;
  /** The reason typed for accepting it although a check had failed. */
  acknowledgement?: string;
}

export interface EvidenceInput {
  files: readonly ProvedFile[];
  /** Digest of the tools of each sandbox that spoke. */
  toolchains: Partial<Record<SandboxName, string>>;
}

/** `.plumbline/evidence.json` as it is read back. */
export interface Evidence {
  plumbline: 1;
  /** SHA-256 of the manifest of the same repository. */
  manifest: string;
  toolchains: Partial<Record<SandboxName, string>>;
  totals: Omit<Tally, "skipped">;
  skipped: Tally["skipped"];
  files: (Omit<ProvedFile, "outcomes"> & { checks: Outcome[] })[];
}

/**
 * Adds to a repository the evidence of what ran on it (decision 0004): each file's outcomes with tool, sandbox and
 * counts, what was skipped and why, what was accepted although it failed. No clock and no duration: the same proof
 * gives the same bytes. Files without outcomes are not in it; without any, the repository stays as it was.
 */
export function withEvidence(
  files: readonly DeliveredFile[],
  { files: proved, toolchains }: EvidenceInput,
): DeliveredFile[] {
  const delivered = new Map(files.map(({ path, text }) => [path, text]));
  const about = proved
    .filter(({ path, outcomes }) => delivered.has(path) && outcomes.length > 0)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (about.length === 0) return [...files];
  const { skipped, ...totals } = tally(Object.fromEntries(about.map(({ path, outcomes }) => [path, outcomes])));
  const evidence: Evidence = {
    plumbline: 1,
    manifest: sha256(delivered.get(MANIFEST_PATH) ?? ""),
    toolchains,
    totals,
    skipped,
    files: about.map(({ outcomes, ...file }) => ({ ...file, checks: [...outcomes] })),
  };
  const text = `${JSON.stringify(evidence, null, 2)}\n`;
  return [
    ...files.filter(({ path }) => path !== EVIDENCE_PATH),
    { path: EVIDENCE_PATH, text, mode: 0o644 as const },
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}
