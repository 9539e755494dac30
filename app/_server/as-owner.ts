import "server-only";
import type { z } from "zod";
import { err, type Result, refuse } from "#lib/core/result.ts";
import type { Caller } from "#lib/wizard/caller.ts";
import { sameOrigin } from "./guard.ts";
import { currentCaller } from "./owner.ts";

const STRANGER = refuse(
  "project",
  "not-found",
  "There is no such project here.",
  "Open it in the browser in which it was made, or start a new one.",
);

/** The four steps of every action: own origin, parsed input, known owner, one verb. Ownership itself is in each verb's query. */
export async function asOwner<I, T>(
  schema: z.ZodType<I>,
  input: unknown,
  verb: (caller: Caller, input: I) => Promise<Result<T>>,
): Promise<Result<T>> {
  const origin = await sameOrigin();
  if (!origin.ok) return origin;
  const parsed = schema.safeParse(input);
  if (!parsed.success)
    return err(
      parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), code: "bad-request", message })),
    );
  const caller = await currentCaller();
  return caller ? verb(caller, parsed.data) : STRANGER;
}
