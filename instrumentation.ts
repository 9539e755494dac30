/**
 * Adds the peer's address to X-Forwarded-For, as any proxy does. Next fills that header only when the client sent none,
 * so without this a client could choose the address it is counted under.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { subscribe } = await import("node:diagnostics_channel");
  subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as {
      request: { headers: Record<string, string | string[] | undefined> };
      socket: { remoteAddress?: string };
    };
    const claimed = request.headers["x-forwarded-for"];
    request.headers["x-forwarded-for"] = [claimed, socket.remoteAddress ?? "unknown"].flat().filter(Boolean).join(", ");
  });
}
