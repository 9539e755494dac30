import { closeSync, openSync, readSync } from "node:fs";
import { REQUEST_BYTES } from "#lib/core/api/limits.ts";
import { type Answers, parseAnswers } from "#lib/core/catalog/answers.ts";
import { BadInput } from "./output.ts";

/** Reads an answers document from a file, or from standard input when the name is `-`. Throws `BadInput` with every problem. */
export function readAnswers(file: string): Answers {
  const parsed = parseAnswers(readDocument(file));
  if (!parsed.ok) throw new BadInput(parsed.error);
  return parsed.value;
}

/** Reads JSON from a file or standard input, whatever it holds. */
export function readDocument(file: string): unknown {
  const bytes = readBytes(file);
  if (bytes.length > REQUEST_BYTES)
    throw bad(file, "too-large", "The file is larger than 1 MB.", "An answers file is a few kilobytes of JSON.");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    const why = cause instanceof SyntaxError ? cause.message : "The bytes are not UTF-8";
    throw bad(
      file,
      "not-json",
      `This is not JSON: ${why}.`,
      "Start from one that `plumbline questions --example` prints.",
    );
  }
}

/** At most one byte more than is taken: who names a device or a disk image is told so, and not kept waiting. */
function readBytes(file: string): Buffer {
  const read = Buffer.alloc(REQUEST_BYTES + 1);
  let size = 0;
  try {
    const place = file === "-" ? 0 : openSync(file, "r");
    for (let more = -1; more !== 0 && size < read.length; size += more)
      more = readSync(place, read, size, read.length - size, null);
    if (place !== 0) closeSync(place);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw bad(
      file,
      "unreadable",
      (code && WHY_UNREADABLE[code]) ?? `The file cannot be read: ${message}.`,
      "Name an answers file, or - for standard input.",
    );
  }
  return read.subarray(0, size);
}

const WHY_UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file.",
  EISDIR: "This is a folder.",
  EACCES: "You may not read this file.",
};

const bad = (path: string, code: string, message: string, hint: string): BadInput =>
  new BadInput([{ path: path || "answers", code, message, hint }]);
