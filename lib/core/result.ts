/** A refusal a person can act on: where (`path`, dotted as in the answers file), what, and how to mend it. */
export interface Problem {
  path: string;
  code: string;
  message: string;
  hint?: string;
}

export type Result<T, E = Problem[]> = { ok: true; value: T } | { ok: false; error: E };

/** Wraps a value that was reached without a problem. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** Wraps an expected failure; by convention a non-empty list of problems. */
export const err = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });

/** One problem, as the refusal of a whole operation. */
export const refuse = (path: string, code: string, message: string, hint?: string): { ok: false; error: Problem[] } =>
  err([{ path, code, message, ...(hint ? { hint } : {}) }]);
