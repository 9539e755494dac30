/** The process answers; touches nothing else on purpose (HARDENING, reliability 10). */
export function GET(): Response {
  return new Response("alive\n", { headers: { "cache-control": "no-store" } });
}
