import { type Logger, pino } from "pino";
import { env } from "./env.ts";

let logger: Logger | undefined;

/** The log of the web process. Texts of people and secrets never go into it. */
export function log(): Logger {
  logger ??= pino({ level: env().LOG_LEVEL, name: "web" });
  return logger;
}
