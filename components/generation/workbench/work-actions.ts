import type { Result } from "#lib/core/result.ts";

export interface Acceptance {
  path: string;
  sha256: string;
  acknowledgement?: string;
}

export type Decision =
  | { kind: "modify"; path: string; text: string }
  | { kind: "regenerate"; path: string }
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

/** What can be asked of the sandbox. */
export interface RunActions {
  prove(kind: "draft" | "repository", paths: string[]): Promise<Result<true>>;
  cancel(runId: string): Promise<Result<true>>;
}

/** What the workbench can ask of the server. */
export interface WorkActions extends RunActions {
  accept(version: number, tasks: Acceptance[]): Promise<Result<true>>;
  decide(decision: Decision): Promise<Result<true>>;
  save(draft: NewDraft): Promise<Result<{ number: number; sha256: string }>>;
}
