/**
 * Who sent a request, for counting. The last entry of X-Forwarded-For is the peer of our own socket (`instrumentation.ts`
 * adds it); each trusted proxy in front has added one before it. What stands further left is the client's own claim.
 * An IPv6 network is one client: whoever has one address of it has 2^64 of them.
 */
export function clientAddress(forwarded: string | null, trustedProxies: number): string {
  const hops = (forwarded ?? "").split(",").map((hop) => hop.trim());
  const hop = (hops.at(-1 - trustedProxies) ?? hops[0] ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
  return hop.includes(":") ? `${network(hop)}/64` : hop || "unknown";
}

function network(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
