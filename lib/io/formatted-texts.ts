import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Texts that are kept: those of about ten repositories. What was used last stays. */
const KEPT = 600;
const FILE = "formatted.json";

let folder: string | undefined;
let known: Map<string, string> | undefined;
let fresh = false;

/**
 * From now on what the formatter gave is remembered in a folder, for processes that live for one repository: starting the
 * formatter costs them more than all the rest. What stands there is believed, so only this person may write it.
 */
export function rememberFormatted(inFolder: string): void {
  folder = inFolder;
}

/** What a formatter makes of a text: remembered by hash where that was asked for, made anew otherwise. */
export function formatted(maker: string, text: string, format: () => string): string {
  if (folder === undefined) return format();
  known ??= read(join(folder, FILE));
  const key = createHash("sha256").update(`${maker}\0${text}`).digest("base64url");
  const remembered = known.get(key);
  const result = remembered ?? format();
  known.delete(key);
  known.set(key, result);
  fresh ||= remembered === undefined;
  return result;
}

/** Keeps what is new for the next process. Another one that does so at the same time wins, and nothing is lost but time. */
export function keepFormatted(): void {
  if (folder === undefined || !known || !fresh) return;
  const half = join(folder, `${randomUUID()}.half`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(half, JSON.stringify([...known].slice(-KEPT)), { mode: 0o600 });
    renameSync(half, join(folder, FILE));
  } catch {
    // A command that has done its work does not fail because the next one will be slower.
  }
}

function read(file: string): Map<string, string> {
  try {
    const stored = JSON.parse(readFileSync(file, "utf8")) as unknown[];
    return new Map(stored.filter(isPair));
  } catch {
    return new Map();
  }
}

const isPair = (one: unknown): one is [string, string] =>
  Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === "string");
