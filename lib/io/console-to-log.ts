import { stripVTControlCharacters } from "node:util";
import { log } from "./log.ts";

const LEVELS = { log: "info", info: "info", warn: "warn", error: "error" } as const;

/**
 * Makes what the framework and libraries say on the console lines of our log. An error that has a digest was written by
 * `noteRequestError` already.
 */
export function consoleToLog(): void {
  for (const [method, level] of Object.entries(LEVELS) as [keyof typeof LEVELS, "info" | "warn" | "error"][])
    console[method] = (...said: unknown[]) => {
      const err = said.find((one) => one instanceof Error);
      if (err && "digest" in err) return;
      const words = said.map((one) => (one instanceof Error ? one.message : String(one))).join(" ");
      log()[level]({ from: "console", ...(err ? { err } : {}) }, stripVTControlCharacters(words).trim());
    };
}
