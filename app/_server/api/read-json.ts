import { REQUEST_BYTES } from "#lib/core/api/limits.ts";
import type { ProblemCode } from "#lib/core/api/problem.ts";
import { err, ok, type Result } from "#lib/core/result.ts";

/** JSON, and what `curl -d` calls its body when nobody says otherwise. */
const TAKEN = /^(application\/(json|[\w.+-]+\+json|x-www-form-urlencoded)\s*(;|$)|$)/i;

type Refused = { code: ProblemCode; detail: string };

const PLAIN = /^text\/plain\s*(;|$)/i;

/**
 * Reads the body of a request as JSON, within the limit and before anything looks inside.
 * @param plain where plain text is taken too: the JSON it stands for
 */
export async function readJson(request: Request, plain?: (text: string) => unknown): Promise<Result<unknown, Refused>> {
  const { headers } = request;
  const type = headers.get("content-type") ?? "";
  const encoding = headers.get("content-encoding") ?? "identity";
  const text = plain && PLAIN.test(type) ? plain : null;
  if (!(text || TAKEN.test(type)) || encoding !== "identity")
    return err({
      code: "wrong-media-type",
      detail: `The body is said to be ${type || "of no type"}${encoding === "identity" ? "" : `, ${encoding}`}. Send Content-Type: application/json, without Content-Encoding.`,
    });
  const bytes = await readBytes(request);
  if (bytes === null)
    return err({ code: "too-large", detail: `The body has more than ${REQUEST_BYTES} bytes. Send a smaller one.` });
  try {
    const decoded = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return ok(text ? text(decoded) : (JSON.parse(decoded) as unknown));
  } catch (cause) {
    return err({
      code: "bad-json",
      detail: `${cause instanceof SyntaxError ? cause.message : "The bytes are not UTF-8"}. Send one JSON document.`,
    });
  }
}

/** The bytes of a body, or null as soon as there are too many; what is said about their number is not believed. */
async function readBytes({ headers, body }: Request): Promise<Uint8Array | null> {
  if (Number(headers.get("content-length")) > REQUEST_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (body)
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > REQUEST_BYTES) return null;
      chunks.push(chunk);
    }
  return Buffer.concat(chunks);
}
