import type { Problem } from "../result.ts";

const codePoint = (char: string): string =>
  `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;

const NAMED: Record<string, string> = {
  "\n": "a line break",
  "\u2028": "a line separator",
  "\u2029": "a paragraph separator",
  "\u0085": "a next-line character",
  "\r": "a carriage return",
};

/** Control characters that no text may hold: C0 but tab and line feed, DEL, C1 (HARDENING, "Writing user text"). */
const CONTROL = /(?![\t\n])\p{Cc}/u;
const SURROGATE = /\p{Surrogate}/u;
/** Overrides, embeddings and isolates: they make text read in another order than it is stored. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/u;
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/u;

const characterAt = (text: string, found: RegExpExecArray): number => [...text.slice(0, found.index)].length + 1;

/** Refusals of a text that may have several lines. */
export function textProblems(text: string, path: string): Problem[] {
  const lone = SURROGATE.exec(text);
  if (lone) {
    return [
      {
        path,
        code: "broken_character",
        message: `Half a character (a lone surrogate) stands at character ${characterAt(text, lone)}.`,
        hint: "Delete it, or type the character again.",
      },
    ];
  }
  const control = CONTROL.exec(text);
  if (control) {
    return [
      {
        path,
        code: "control_character",
        message: `A control character (${codePoint(control[0])}) stands at character ${characterAt(text, control)}.`,
        hint: "Delete it; only printable text, tabs and line breaks are kept.",
      },
    ];
  }
  const bidi = BIDI.exec(text);
  if (bidi) {
    return [
      {
        path,
        code: "bidi_control",
        message: `An invisible character that changes the reading direction (${codePoint(bidi[0])}) stands at character ${characterAt(text, bidi)}.`,
        hint: "Delete it; right-to-left text needs no such character.",
      },
    ];
  }
  return [];
}

/** Refusals of a text that goes on one line, such as a description, an author or a purpose. */
export function lineProblems(text: string, path: string): Problem[] {
  const found = LINE_BREAK.exec(text);
  if (found) {
    return [
      {
        path,
        code: "line_break",
        message: `This text goes on one line, but ${NAMED[found[0]]} stands at character ${characterAt(text, found)}.`,
        hint: "Join the lines with spaces.",
      },
    ];
  }
  if (text.trim() === "")
    return [
      {
        path,
        code: "empty",
        message: "This text is empty.",
        hint: "Write it out, or leave the answer out where it is optional.",
      },
    ];
  return textProblems(text, path);
}

/** Refusals of a list of one-line texts: those of each line, and repeats. */
export function linesProblems(lines: readonly string[], path: string): Problem[] {
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    const here = `${path}[${index}]`;
    const key = line.trim().toLowerCase();
    if (seen.has(key))
      return [
        {
          path: here,
          code: "repeated",
          message: "This entry stands in the list twice.",
          hint: "Remove one of the two.",
        },
      ];
    seen.add(key);
    return lineProblems(line, here);
  });
}
