import type { LintFix, RepairStep } from "./repair.ts";

/** Fixes of ruff that change no behaviour: unused imports, their order, white space, quotes of annotations. */
const SAFE = new Set(["F401", "I001", "I002", "W291", "W292", "W293", "E703", "UP006", "UP007", "UP037", "UP045"]);

/** One round may uncover the next fix; a longer chain, or more fixes than these, want a person. */
const ROUNDS = 6;
const MOST = 200;

/** Takes the linter's own fixes where they are safe. */
export const linterFixes: RepairStep = (text, { file, tools }) => {
  if (!file.path.endsWith(".py")) return null;
  // In a package's face an import that is not used is there to be imported.
  const safe = (code: string) => SAFE.has(code) && !(code === "F401" && file.path.endsWith("__init__.py"));
  let current = text;
  const taken = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const fixes = tools
      .lint(current)
      .filter(({ code, fix }) => fix && safe(code))
      .slice(0, MOST);
    if (fixes.length === 0) break;
    const applied = applyFixes(current, fixes);
    if (applied.text === current) break;
    current = applied.text;
    for (const code of applied.codes) taken.add(code);
  }
  return taken.size > 0 ? { text: current, reason: reasonFor(taken) } : null;
};

const WORDS: Readonly<Record<string, string>> = { F401: "removed unused imports", I001: "sorted the imports" };

function reasonFor(codes: ReadonlySet<string>): string {
  const words = [...new Set([...codes].sort().map((code) => WORDS[code] ?? `took the linter's fix for ${code}`))];
  const text = words.join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Applies fixes from the top; one that would touch text another has changed waits for the next round. */
function applyFixes(text: string, findings: readonly LintFix[]): { text: string; codes: string[] } {
  const characters = [...text];
  const starts = [0];
  for (const [index, char] of characters.entries()) if (char === "\n") starts.push(index + 1);
  const offset = (line: number, column: number) =>
    Math.min((starts[line - 1] ?? characters.length) + column - 1, characters.length);
  const codes: string[] = [];
  const edits: { from: number; to: number; content: string }[] = [];
  for (const { code, fix } of findings) {
    const own = (fix?.edits ?? []).map(({ content, line, column, endLine, endColumn }) => ({
      from: offset(line, column),
      to: offset(endLine, endColumn),
      content,
    }));
    // Touching counts as overlapping: two insertions at one place have no order.
    if (own.some(({ from, to }) => edits.some((other) => from <= other.to && other.from <= to))) continue;
    edits.push(...own);
    codes.push(code);
  }
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, content } of edits.sort((a, b) => a.from - b.from)) {
    parts.push(characters.slice(at, from).join(""), content);
    at = to;
  }
  parts.push(characters.slice(at).join(""));
  return { text: parts.join(""), codes };
}
