import { ok, type Result, refuse } from "../result.ts";

/** The key in the fragment, which never leaves the browser: `/#design=...`. */
const KEY = "design";

/** What a link may hold: far more than any design, far less than would hurt. */
export const LINK_LIMITS = { packed: 200_000, text: 1_000_000 } as const;

/** Above this many characters some mail and chat programs cut a link. */
export const LONG_LINK = 8_000;

const refused = (message: string, hint: string) => refuse("link", "bad-link", message, hint);

/** The address that opens a design. @param document an answers document as JSON */
export async function linkTo(origin: string, document: string): Promise<string> {
  const packed = new Blob([document]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return `${origin}/#${KEY}=${base64url(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

/** What a fragment brings under our key; null for any other fragment. */
export const designIn = (fragment: string): string | null =>
  new RegExp(`^#?${KEY}=(.*)$`, "s").exec(fragment)?.[1] ?? null;

/** The JSON inside a link; a link that was cut, changed or made to burst is refused in words. */
export async function unpackDesign(packed: string): Promise<Result<string>> {
  if (packed.length > LINK_LIMITS.packed)
    return refused("The link is longer than any design needs.", "Ask for the answers file instead.");
  const bytes = bytesOf(packed);
  if (!bytes)
    return refused("The link holds characters that do not belong there.", "Copy it again, from the first to the last.");
  const text = await inflated(bytes).catch(() => null);
  if (text === null)
    return refused("The link is cut or was changed on its way.", "Copy it again, from the first to the last.");
  return text === TOO_MUCH
    ? refused("The link unpacks to more than any design needs.", "Do not use it; ask for the answers file instead.")
    : ok(text);
}

const TOO_MUCH = Symbol("too much");

/** Stops as soon as too much has come out, however little went in. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string | typeof TOO_MUCH> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > LINK_LIMITS.text) {
      await reader.cancel();
      return TOO_MUCH;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return null;
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}
