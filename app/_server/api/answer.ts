import { entityTag } from "#lib/core/api/revision.ts";
import { sha256 } from "#lib/core/sha256.ts";

/** A document as every answer writes it. */
export const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * A project's document as JSON, with an entity tag that begins with its revision; 304 to who still has it. Nobody but
 * the one who asked may keep it.
 */
export function documentAnswer(request: Request, document: { revision?: string }): Response {
  const text = asText(document);
  if (!document.revision) return jsonAnswer(document);
  const etag = entityTag(document.revision, sha256(text));
  const headers = { "Cache-Control": "private, no-cache", ETag: etag };
  return request.method !== "POST" && hasAlready(request, etag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers: { ...headers, "Content-Type": "application/json" } });
}

/** JSON exactly as the command line prints it. */
export const jsonAnswer = (value: unknown): Response =>
  new Response(asText(value), { headers: { "Content-Type": "application/json", "Cache-Control": "no-store" } });

/** JSON that a client may keep and ask about again: 304 when it still has the same. */
export function keptAnswer(request: Request, value: unknown, mediaType = "application/json"): Response {
  const text = asText(value);
  const etag = quoted(sha256(text));
  const headers = { "Content-Type": mediaType, "Cache-Control": "no-cache", ETag: etag };
  return hasAlready(request, etag)
    ? new Response(null, { status: 304, headers: { "Cache-Control": "no-cache", ETag: etag } })
    : new Response(text, { headers });
}

/** An entity tag of a hash. */
export const quoted = (hash: string): string => `"${hash.slice(0, 32)}"`;

/** Whether If-None-Match names this tag; a proxy that compressed the answer may have weakened it. */
export function hasAlready({ headers }: Request, etag: string): boolean {
  const sent = headers.get("if-none-match") ?? "";
  return sent.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}
