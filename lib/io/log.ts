import { type DestinationStream, type Logger, pino } from "pino";
import { env } from "./env.ts";
import { redact } from "./redact.ts";
import { requestId } from "./request-context.ts";

export type ProcessName = "web" | "worker";

// One for each process, however often this module is evaluated (see the database client).
const shared = globalThis as { plumblineLog?: Logger };

/**
 * The log of this process: one JSON object a line on standard output, lines for people on a terminal. The first caller
 * names the process. Texts of people never go into it; secrets that stray into a message are hidden.
 */
export function log(name: ProcessName = "web"): Logger {
  shared.plumblineLog ??= openLog(name, env().LOG_LEVEL, process.stdout.isTTY ? terminal : pino.destination(1));
  return shared.plumblineLog;
}

/** A log of its own. */
export function openLog(name: string, level: string, destination: DestinationStream): Logger {
  const options = {
    name,
    level,
    base: { name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: serialised, error: serialised },
    mixin: () => {
      const id = requestId();
      return id === undefined ? {} : { requestId: id };
    },
    hooks: { streamWrite: redact },
  };
  return pino(options, destination);
}

const LONGEST_MESSAGE = 500;
const MOST_FRAMES = 12;

/** What a log says about an error: never the values it carries, which may be a person's. */
function serialised(cause: unknown): unknown {
  if (!(cause instanceof Error)) return wordsOf(cause).slice(0, LONGEST_MESSAGE);
  const { code, digest } = cause as { code?: unknown; digest?: unknown };
  return {
    type: cause.name,
    message: cause.message.trim().slice(0, LONGEST_MESSAGE),
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof digest === "string" ? { digest } : {}),
    stack: (cause.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, MOST_FRAMES)
      .map((line) => line.trim()),
    ...(cause.cause === undefined ? {} : { cause: serialised(cause.cause) }),
  };
}

/** Libraries also report plain objects that look like an error. */
function wordsOf(cause: unknown): string {
  const { message } = Object(cause) as { message?: unknown };
  return typeof message === "string" ? message : String(cause);
}

/** For a terminal: time, level and words first. */
const terminal: DestinationStream = {
  write(line) {
    const { time, level, name, msg = "", ...rest } = JSON.parse(line) as Record<string, string>;
    const told = Object.entries(rest).map(
      ([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
    );
    process.stdout.write(`${[time?.slice(11, 19), level?.padEnd(5), name?.padEnd(6), msg, ...told].join(" ")}\n`);
  },
};
