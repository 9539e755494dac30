/** Postgres' and Prisma's codes for: not there, too many connections, shutting down, no connection in time. */
const AWAY = /^(P1001|P1002|P1008|P1017|P2024|P2028|08\w{3}|53300|57P0[1-3]|57014|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND)$/;
const AWAY_WORDS =
  /timeout exceeded when trying to connect|connection terminated|query read timeout|ECONNREFUSED|can't reach database|server has closed the connection|too many clients/i;
const FULL = /^53100$/;
const FULL_WORDS = /no space left on device|could not extend file/i;

/** Every error in the chain, as drivers wrap each other's: `cause`, `meta.driverAdapterError`, plain objects. */
function chain(cause: unknown, depth = 0): { code: string; message: string }[] {
  if (typeof cause !== "object" || cause === null || depth > 6) return [];
  const { code, originalCode, message, meta, cause: inner, originalMessage } = cause as Record<string, unknown>;
  const own = [code, originalCode].map((one) => ({
    code: typeof one === "string" ? one : "",
    message: [message, originalMessage].filter((text) => typeof text === "string").join(" "),
  }));
  const wrapped = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return [...own, ...chain(inner, depth + 1), ...chain(wrapped, depth + 1)];
}

/** Seconds after which it is worth asking again. */
export const RETRY_SECONDS = "2";

/** `unavailable`: the database cannot be asked now; `no-room`: its disk is full; null: the error is something else. */
export function outageOf(cause: unknown): "unavailable" | "no-room" | null {
  const errors = chain(cause);
  if (errors.some(({ code, message }) => FULL.test(code) || FULL_WORDS.test(message))) return "no-room";
  return errors.some(({ code, message }) => AWAY.test(code) || AWAY_WORDS.test(message)) ? "unavailable" : null;
}
