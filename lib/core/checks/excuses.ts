import { lineAt, nodesOf, syntaxTree } from "../python/syntax-tree.ts";
import type { CheckFinding, FileUnderCheck } from "./check.ts";
import { fileKind } from "./file-kind.ts";
import type { StaticCheck } from "./static-check.ts";

interface Comment {
  text: string;
  line: number;
}

const commentsOf = (source: string): Comment[] =>
  nodesOf(syntaxTree(source), "Comment").map(({ from, to }) => ({
    text: source.slice(from, to),
    line: lineAt(source, from),
  }));

/** Comments after which a formatter or the sorting of imports does nothing, each with what begins it again. */
const SWITCHES: readonly { off: RegExp; on: RegExp | null; mend: string }[] = [
  { off: /^#\s*fmt:\s*off\b/, on: /^#\s*fmt:\s*on\b/, mend: "Remove the comment, or end the part with `# fmt: on`." },
  {
    off: /^#\s*(?:ruff:\s*)?isort:\s*off\b/,
    on: /^#\s*(?:ruff:\s*)?isort:\s*on\b/,
    mend: "Remove the comment, or end the part with `# isort: on`.",
  },
  {
    off: /^#\s*(?:ruff:\s*)?isort:\s*skip_file\b/,
    on: null,
    mend: "Remove the comment and let the imports be sorted.",
  },
];

/** A file must not take itself out of the formatter: a part with an end of its own may (a table, a matrix). */
export function layoutExcuses({ text }: FileUnderCheck): CheckFinding[] {
  const comments = commentsOf(text);
  return SWITCHES.flatMap(({ off, on, mend }) => {
    const last = comments.findLast((one) => off.test(one.text));
    if (!last || comments.some((one) => one.line > last.line && on?.test(one.text))) return [];
    const message = `\`${last.text.slice(0, 40)}\` keeps the rest of this file from being judged.`;
    return [{ code: "excused-layout", message, mend, line: last.line }];
  });
}

/** Settings of mypy that a comment may make looser for its whole file. */
const LOOSER =
  /^#\s*mypy:.*\b(?:ignore[-_]errors|ignore[-_]missing[-_]imports|disable[-_]error[-_]code|follow[-_]imports|allow[-_]\w|no[-_]\w|implicit[-_]\w)/;

/**
 * Finds what takes a file or a function out of the type check as a whole: running that check would say nothing about it.
 * A comment behind one line that names one rule is ordinary.
 */
export const typeExcusesCheck: StaticCheck = {
  id: "types",
  onlyRefutes: true,
  tool: () => "own rules",
  findings: ({ path, text }) => (fileKind(path)?.kind === "python" ? [...fromComments(text), ...fromMarks(text)] : []),
};

const fromComments = (text: string): CheckFinding[] =>
  commentsOf(text)
    .filter((one) => LOOSER.test(one.text))
    .map((one) => ({
      code: "excused-types",
      message: `\`${one.text.slice(0, 60)}\` takes this file out of the strict type check.`,
      mend: "Remove the comment; excuse one line by `# type: ignore[rule]` where it cannot be helped.",
      line: one.line,
    }));

const fromMarks = (text: string): CheckFinding[] =>
  nodesOf(syntaxTree(text), "Decorator")
    .filter(({ from, to }) => /^@\s*(?:typing\.)?no_type_check$/.test(text.slice(from, to).trim()))
    .map(({ from }) => ({
      code: "excused-types",
      message: "`no_type_check` takes this function out of the type check.",
      mend: "Remove the decorator and annotate the function.",
      line: lineAt(text, from),
    }));
