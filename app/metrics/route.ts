import { mayScrape } from "#lib/io/metrics/may-scrape.ts";
import { METRICS_TYPE, scrape } from "#lib/io/metrics/web-metrics.ts";

export const dynamic = "force-dynamic";

/** Prometheus' view of this web server and of the work that all processes share (docs/guides/operate.md). */
export async function GET({ headers }: Request): Promise<Response> {
  if (!mayScrape(headers))
    return new Response("not found\n", { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(await scrape(), { headers: { "content-type": METRICS_TYPE, "cache-control": "no-store" } });
}
