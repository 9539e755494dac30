import type { Result } from "#lib/core/result.ts";

/** A sign-in with a code, as the page shows it. */
export interface SignInState {
  state: "waiting" | "granted" | "refused";
  code: string;
  url: string;
  /** Milliseconds since 1970. */
  endsAt: number;
}

export interface SignInActions {
  start(): Promise<Result<SignInState>>;
  state(): Promise<Result<SignInState | null>>;
  leave(): Promise<Result<true>>;
}
