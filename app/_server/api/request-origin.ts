import { env } from "#lib/io/env.ts";

/** The address under which a caller reaches this server, for commands that can be copied. A strange Host is not repeated. */
export function requestOrigin(headers: Headers): string {
  const { PUBLIC_URL, PORT } = env();
  if (PUBLIC_URL) return new URL(PUBLIC_URL).origin;
  const host = headers.get("host") ?? "";
  return `http://${/^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host) ? host : `localhost:${PORT}`}`;
}
