import type { SandboxName } from "#lib/core/checks/check.ts";
import type { Isolation, Proof, ProofStep, RepositoryUnderCheck } from "#lib/core/checks/proof.ts";

export interface ProveOptions {
  /** Ends the run and everything it started; `prove` then throws the signal's reason. */
  signal?: AbortSignal;
  /** Called with all steps so far, whenever one begins or ends. */
  onSteps?(steps: readonly ProofStep[]): void;
}

/** Where checks run. Two of them exist: `docker` and `embedded`; every outcome says which one spoke. */
export interface SandboxDriver {
  readonly name: SandboxName;
  readonly isolation: Isolation;
  /** Digest of image and tools. */
  readonly toolchain: string;
  /**
   * Judges `paths` of a repository by every check that applies. What a driver cannot run is skipped with the reason,
   * never passed; what the sandbox had to end says so in `ended`.
   * @throws the reason of `signal` when it was aborted, or `SandboxLost` when the sandbox itself went away (no verdict)
   */
  prove(repository: RepositoryUnderCheck, paths: readonly string[], options?: ProveOptions): Promise<Proof>;
  close(): Promise<void>;
}

/** The sandbox went away (engine stopped, image removed): nothing is known about the files. */
export class SandboxLost extends Error {
  override name = "SandboxLost";
  /** What a person can do about it, as far as it is known why it went. */
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}
