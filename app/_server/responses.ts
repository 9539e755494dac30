/** What is one person's, and may be another thing a moment later, is kept by nobody on the way. */
const PRIVATE = { "Cache-Control": "private, no-store" } as const;

/** A sentence instead of what was asked for. */
export const said = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { ...PRIVATE, ...headers, "Content-Type": "text/plain; charset=utf-8" },
  });

/** A file for the browser to save under a name of plain characters. */
export const savedAs = (name: string, mediaType: string, body: BodyInit): Response =>
  new Response(body, {
    headers: { ...PRIVATE, "Content-Type": mediaType, "Content-Disposition": `attachment; filename="${name}"` },
  });
