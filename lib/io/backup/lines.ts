import { NotRestored } from "./not-restored.ts";

/**
 * The lines of a stream of bytes. Only a line feed ends one: Node's own reader also cuts at characters that stand in
 * people's texts (U+2028). @throws NotRestored when the stream is no readable archive
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  try {
    for await (const chunk of chunks) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = parts.pop() ?? "";
      yield* parts;
    }
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code?.startsWith("Z_") || code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      throw new NotRestored("The file is damaged, cut off or no backup. Use another one; nothing was changed here.", {
        cause,
      });
    throw cause;
  }
  if (rest) yield rest;
}
