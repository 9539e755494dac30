const STRING = /([A-Za-z]{0,2})("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/;
const STRING_COMMENT_OR_SPACE = new RegExp(`${STRING.source}|(?:#[^\\n]*|\\\\\\n|\\s)+`, "g");

/** One line of Python: comments and line breaks go, runs of blanks become one, string literals stay as they are. */
export function oneLine(expression: string): string {
  return expression
    .replace(STRING_COMMENT_OR_SPACE, (found, _prefix, string) => (string === undefined ? " " : found))
    .trim();
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "\n": "",
};

/**
 * The text of a Python string literal; several in a row are joined. Escapes other than the everyday ones stay as
 * written: docstrings are prose, and prose is what this is for.
 */
export function stringText(literal: string): string {
  return [...literal.matchAll(new RegExp(STRING.source, "g"))]
    .map(([, prefix = "", quoted = ""]) => {
      const marks = /^("""|''')/.test(quoted) ? 3 : 1;
      const inside = quoted.slice(marks, -marks);
      return /r/i.test(prefix)
        ? inside
        : inside.replace(/\\([\s\S])/g, (whole, next: string) => ESCAPES[next] ?? whole);
    })
    .join("");
}

/** A docstring without the indentation of its code and without blank lines around it, as `inspect.cleandoc` does. */
export function cleanDoc(text: string): string {
  const lines = text.replaceAll("\t", "        ").split("\n");
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return lines
    .map((line, index) => (index === 0 ? line.trim() : line.slice(indent).trimEnd()))
    .join("\n")
    .trim();
}
