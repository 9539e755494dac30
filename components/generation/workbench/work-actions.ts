import type { Result } from "#lib/core/result.ts";

export interface Acceptance {
  path: string;
  sha256: string;
  acknowledgement?: string;
}

export type Decision =
  | { kind: "modify"; path: string; text: string }
  | { kind: "regenerate"; path: string }
  | { kind: "take-back"; path: string; number: number }
  | { kind: "defer"; path: string; reason: string }
  | { kind: "reopen"; path: string }
  | { kind: "abort"; reason: string }
  | { kind: "resume" };

export interface NewDraft {
  path: string;
  text: string;
  source: "edit" | "paste";
  reason: string;
}

/** `remembered`: each file was proved before exactly as it stands, so nothing has to run. */
export interface Asked {
  remembered: boolean;
}

/** How being asked for a proof is answered. */
export const askedWords = ({ remembered }: Asked): string =>
  remembered ? "Nothing has to run: this was proved before, exactly as it stands." : "The checks were asked for.";

/** What can be asked of the sandbox. */
export interface RunActions {
  prove(kind: "draft" | "repository", paths: string[]): Promise<Result<Asked>>;
  cancel(runId: string): Promise<Result<true>>;
}

/** What the workbench can ask of the server. */
export interface WorkActions extends RunActions {
  accept(version: number, tasks: Acceptance[]): Promise<Result<true>>;
  decide(decision: Decision): Promise<Result<true>>;
  save(draft: NewDraft): Promise<Result<{ number: number; sha256: string }>>;
  /** Applies a repair, bound to the draft it mends and to the text that was shown. */
  repair(path: string, base: string, sha256: string): Promise<Result<{ number: number; sha256: string }>>;
}
