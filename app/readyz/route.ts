import { isReachable } from "#lib/io/db/client.ts";

export const dynamic = "force-dynamic";

/** Whether a request that needs the database can be served now. */
export async function GET(): Promise<Response> {
  const ready = await isReachable();
  return new Response(ready ? "ready\n" : "the database does not answer\n", {
    status: ready ? 200 : 503,
    headers: { "cache-control": "no-store", ...(ready ? {} : { "retry-after": "2" }) },
  });
}
