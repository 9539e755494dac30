import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "../env.ts";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * Whether a request may read the metrics: with the token of the settings, or, where none is set, from this machine
 * itself. A request that a proxy passed on has a second address in X-Forwarded-For and does not come from this machine.
 */
export function mayScrape(headers: Headers, token = env().PLUMBLINE_METRICS_TOKEN): boolean {
  if (token === undefined) return /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(headers.get("x-forwarded-for") ?? "");
  const sent = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(sent), digest(token));
}
