import type { CheckFinding } from "../check.ts";
import type { DocumentReader } from "../static-check.ts";

const PIPED =
  /\b(?:curl|wget)\b[^|\n]{0,500}\|\s*(?:sudo\s+)?(?:ba|da|z)?sh\b|\b(?:ba)?sh\b[^\n]{0,200}<\(\s*(?:curl|wget)\b|\beval\s+"?\$\(\s*(?:curl|wget)\b/;

/** Longer lines are data. */
const LONGEST_LINE = 4000;

/** Lines that run what they have just downloaded, in any text that holds shell commands. */
export const pipedDownloads = (text: string, firstLine = 1): CheckFinding[] =>
  text.split("\n").flatMap((content, index): CheckFinding[] =>
    content.length < LONGEST_LINE && PIPED.test(content.replace(/^\s*#.*$/, ""))
      ? [
          {
            code: "piped-download",
            message: "This line runs whatever a server sends at that moment.",
            mend: "Download a named version, compare its SHA-256, then run it.",
            line: firstLine + index,
          },
        ]
      : [],
  );

/** Shell scripts: enough to catch what breaks or harms; shellcheck says more. */
export const shell: DocumentReader = {
  syntax: ({ text }) => {
    const open = heredoc(text);
    return open
      ? [
          {
            code: "shell-heredoc",
            message: `The here-document that ends with ${open.word} has no end.`,
            mend: `Write ${open.word} alone on a line after it.`,
            line: open.line,
          },
        ]
      : [];
  },
  style: ({ text }) => {
    const findings: CheckFinding[] = [];
    if (!text.startsWith("#!"))
      findings.push({
        code: "shell-shebang",
        message: "The script does not say which shell runs it.",
        mend: "Start with #!/bin/sh.",
        line: 1,
      });
    if (!/^\s*set\s+-\w*e|^\s*set\s+-o\s+errexit/m.test(text))
      findings.push({
        code: "shell-errexit",
        message: "The script goes on after a command that failed.",
        mend: "Write `set -eu` at the top.",
        line: 1,
      });
    return findings;
  },
  security: ({ text }) => [
    ...pipedDownloads(text),
    ...text.split("\n").flatMap((content, index): CheckFinding[] =>
      /^\s*eval\s|[;&|]\s*eval\s/.test(content)
        ? [
            {
              code: "shell-eval",
              message: "`eval` runs a text as a command.",
              mend: "Call the command itself, with its words quoted.",
              line: index + 1,
            },
          ]
        : [],
    ),
  ],
};

/** The first here-document that never ends. */
function heredoc(text: string): { word: string; line: number } | null {
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const word = /(?<!<)<<-?\s*(["']?)([A-Za-z_]\w*)\1/.exec((lines[at] as string).replace(/(?:^|\s)#.*$/, ""))?.[2];
    if (!word) continue;
    const end = lines.findIndex((content, index) => index > at && content.trim() === word);
    if (end === -1) return { word, line: at + 1 };
    at = end;
  }
  return null;
}
