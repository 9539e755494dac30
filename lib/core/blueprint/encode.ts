declare const target: unique symbol;
/** Text made safe for one target language; a plain string does not type-check in its place. */
export type Encoded<T extends string> = string & { readonly [target]: T };

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");

const pythonEscape = (code: number): string =>
  code <= 0xff ? `\\x${hex(code, 2)}` : code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;

const unicodeEscape = (code: number): string => (code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`);

/** Nothing in it needs an escape: the usual case, and rendering meets it thousands of times. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(text: string, escapeCode: (code: number) => string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  let out = '"';
  for (const char of text.toWellFormed()) {
    const code = char.codePointAt(0) as number;
    if (char === '"' || char === "\\") out += `\\${char}`;
    else if (char === "\n") out += "\\n";
    else if (char === "\t") out += "\\t";
    else if (code < 0x20 || code > 0x7e) out += escapeCode(code);
    else out += char;
  }
  return `${out}"`;
}

/** A Python string literal, ASCII only, double-quoted. */
export const pyStr = (text: string): Encoded<"py"> => quoted(text, pythonEscape) as Encoded<"py">;

/** A TOML basic string with its quotes. */
export const tomlStr = (text: string): Encoded<"toml"> => quoted(text, unicodeEscape) as Encoded<"toml">;

/** A YAML double-quoted scalar; the same text under YAML 1.1 and 1.2. */
export const yamlStr = (text: string): Encoded<"yaml"> => quoted(text, unicodeEscape) as Encoded<"yaml">;

/** Every run of white space, line ends of any kind included, becomes one space. */
const fold = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\u0085]+/gu, " ")
    .trim();

/** Without control characters and without those that reorder or hide text (bidi marks, zero width, byte order mark). */
const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, "");

/** One line of text as people read it, for files that have no syntax of their own (LICENSE). */
export const plainLine = (text: string): Encoded<"plain"> => fold(printable(fold(text))) as Encoded<"plain">;

/** Text inside a Python docstring of ours, on one line; never ends the literal, never an escape of its own. */
export const pyDoc = (text: string): Encoded<"pydoc"> =>
  plainLine(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"') as string as Encoded<"pydoc">;

/** One line of a `#` comment. */
export const pyComment = (text: string): Encoded<"pycomment"> => plainLine(text) as string as Encoded<"pycomment">;

/** Characters that can start or end markup anywhere in a line, for CommonMark, GitHub and MyST. */
const MARKUP = /[\\`*_{}[\]<>#|~&$^]/;
/** Characters that mean something only where a block starts: lists, headings, rules, quotes, targets, comments. */
const BLOCK_START = /[-+=>:(%!"']/;

/**
 * Inline Markdown text on one line that renders as the very characters given (white space folded): no markup, no
 * link, no HTML, no emoji code. CommonMark lets any ASCII punctuation be escaped; only what could act is.
 */
export function mdText(text: string): Encoded<"md"> {
  const line = plainLine(text);
  const ordered = /^\d+(?=[.)])/.exec(line)?.[0].length ?? -1;
  return [...line]
    .map((char, index, all) => (mustEscape(char, index, all, ordered) ? `\\${char}` : char))
    .join("") as Encoded<"md">;
}

function mustEscape(char: string, index: number, all: readonly string[], ordered: number): boolean {
  if (MARKUP.test(char)) return true;
  if (index === 0 && BLOCK_START.test(char)) return true;
  if (index === ordered) return true;
  // `https:` and `www.` would become links, `:name:` an emoji, `@` a mention or an address.
  if (char === ":") return all[index + 1] !== " ";
  if (char === ".") return /w/i.test(all[index - 1] ?? "");
  return char === "@";
}

/** A POSIX shell word. */
export const shWord = (text: string): Encoded<"sh"> => `'${text.replaceAll("'", "'\\''")}'` as Encoded<"sh">;

/** A value in a compose file: a YAML string in which `$` does not interpolate. */
export const composeStr = (text: string): Encoded<"compose"> =>
  yamlStr(text.replaceAll("$", "$$$$")) as string as Encoded<"compose">;

/**
 * The value of a dotenv line, read alike by compose, python-dotenv and a POSIX shell: bare where nothing in it is
 * special, else single-quoted; only a text that has a `'` itself needs the double-quoted form.
 */
export function dotenvValue(text: string): Encoded<"dotenv"> {
  const line = plainLine(text);
  if (/^[A-Za-z0-9_./:@%+,=-]*$/.test(line)) return line as string as Encoded<"dotenv">;
  if (!line.includes("'")) return `'${line}'` as Encoded<"dotenv">;
  return `"${line.replace(/[\\"$`]/g, "\\$&")}"` as Encoded<"dotenv">;
}
