import "server-only";
import { headers } from "next/headers";
import { type Result, refuse } from "#lib/core/result.ts";
import { isOwnOrigin } from "./own-origin.ts";

const FOREIGN = refuse(
  "origin",
  "foreign-origin",
  "This request did not come from this site's own pages.",
  "Reload the page and try again.",
);

/**
 * A state-changing request must say that it comes from our own pages. Stricter than the framework, which lets a
 * request without an Origin header pass (HARDENING, CSRF).
 */
export async function sameOrigin(): Promise<Result<true>> {
  const sent = await headers();
  const origin = sent.get("origin");
  return origin && isOwnOrigin(origin, sent) ? { ok: true, value: true } : FOREIGN;
}
