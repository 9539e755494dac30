import type { Result } from "#lib/core/result.ts";
import type { SignIn } from "#lib/core/view/push-view.ts";

export interface SignInActions {
  start(): Promise<Result<SignIn>>;
  state(): Promise<Result<SignIn | null>>;
  leave(): Promise<Result<true>>;
}
