import { unreadiness } from "#lib/io/health.ts";

export const dynamic = "force-dynamic";

/** Whether a request that needs the database can be served now; asks it once, for at most a second. */
export async function GET(): Promise<Response> {
  const reason = await unreadiness();
  return new Response(`${reason ?? "ready"}\n`, {
    status: reason ? 503 : 200,
    headers: { "cache-control": "no-store", ...(reason ? { "retry-after": "2" } : {}) },
  });
}
