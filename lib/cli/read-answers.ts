import { readFileSync } from "node:fs";
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
  const text = readText(file);
  if (Buffer.byteLength(text) > REQUEST_BYTES)
    throw new BadInput([
      {
        path: file,
        code: "too-large",
        message: "The file is larger than 1 MB.",
        hint: "An answers file is a few kilobytes of JSON.",
      },
    ]);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new BadInput([
      {
        path: file,
        code: "not-json",
        message: `This is not JSON: ${(cause as Error).message}.`,
        hint: "Start from one that `plumbline questions --example` prints.",
      },
    ]);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (cause) {
    throw new BadInput([
      {
        path: file,
        code: "unreadable",
        message: `The file cannot be read: ${(cause as Error).message}.`,
        hint: "Name an answers file, or - for standard input.",
      },
    ]);
  }
}
