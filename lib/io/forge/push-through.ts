import { ok, type Result, refuse } from "#lib/core/result.ts";
import { type OpenForge, openForge } from "./open-forge.ts";
import { type Arrived, type Push, pushTo } from "./push.ts";

/** How a forge is reached for one push. */
type Reached = Pick<OpenForge, "token" | "signal"> & Partial<Pick<OpenForge, "site" | "patience">>;

/** A token as it can stand in a request: visible ASCII; `hint` says how a person gives one. */
export const usableToken = (token: string | null, hint: string): Result<string> =>
  token && /^[\x21-\x7e]{1,255}$/.test(token)
    ? ok(token)
    : refuse("token", "no-token", "There is no token to push with.", hint);

/** Pushes over a connection that knows the token and ends with the push; waits are told like every other news. */
export function pushThrough(reached: Reached, push: Omit<Push, "forge">): Promise<Result<Arrived>> {
  const { order, workflows, tell } = push;
  const waits = (seconds: number) => tell({ kind: "wait", seconds });
  return pushTo({ ...push, forge: openForge({ ...reached, forge: order.forge, workflows, waits }) });
}
