declare const target: unique symbol;
/** Text made safe for one target language; a plain string does not type-check in its place. */
export type Encoded<T extends string> = string & { readonly [target]: T };

const asciiEscape = (codePoint: number): string => {
  if (codePoint <= 0xff) return `\\x${codePoint.toString(16).padStart(2, "0")}`;
  if (codePoint <= 0xffff) return `\\u${codePoint.toString(16).padStart(4, "0")}`;
  return `\\U${codePoint.toString(16).padStart(8, "0")}`;
};

function quoted(text: string, escape: (codePoint: number) => string): string {
  let out = '"';
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (char === '"' || char === "\\") out += `\\${char}`;
    else if (char === "\n") out += "\\n";
    else if (char === "\t") out += "\\t";
    else if (code < 0x20 || code > 0x7e) out += escape(code);
    else out += char;
  }
  return `${out}"`;
}

/** A Python string literal, ASCII only, double-quoted. */
export const pyStr = (text: string): Encoded<"py"> => quoted(text, asciiEscape) as Encoded<"py">;

const tomlEscape = (code: number): string =>
  code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;

/** A TOML basic string with its quotes. */
export const tomlStr = (text: string): Encoded<"toml"> => quoted(text, tomlEscape) as Encoded<"toml">;

/** A YAML double-quoted scalar; the same text under YAML 1.1 and 1.2. */
export const yamlStr = (text: string): Encoded<"yaml"> => quoted(text, tomlEscape) as Encoded<"yaml">;

const fold = (text: string): string => text.replace(/[\s\u0085\u2028\u2029]+/gu, " ").trim();
const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "");

/** Text inside a Python docstring of ours, on one line; never ends the literal, never an escape of its own. */
export const pyDoc = (text: string): Encoded<"pydoc"> =>
  printable(fold(text)).replaceAll("\\", "\\\\").replaceAll('"', '\\"') as Encoded<"pydoc">;

/** One line of a `#` comment. */
export const pyComment = (text: string): Encoded<"pycomment"> => printable(fold(text)) as Encoded<"pycomment">;

/** Inline Markdown text that renders as the very characters given: no markup, no link, no HTML, no new line. */
export const mdText = (text: string): Encoded<"md"> =>
  printable(fold(text)).replace(/[\\`*_{}[\]<>()#+\-.!|~&$:@"']/g, (char, offset: number, whole: string) =>
    /[.\-()!:'"+]/.test(char) && offset > 0 && !/^\s*\d*$/.test(whole.slice(0, offset)) && !(char === "!" && whole[offset + 1] === "[") && !(char === ":" && whole[offset + 1] === "/")
      ? char
      : char === "<" ? "&lt;" : char === ">" ? "&gt;" : char === "&" ? "&amp;" : `\\${char}`,
  ) as Encoded<"md">;

/** A POSIX shell word. */
export const shWord = (text: string): Encoded<"sh"> => `'${text.replaceAll("'", "'\\''")}'` as Encoded<"sh">;

/** A value in a compose file: a YAML string in which `$` does not interpolate. */
export const composeStr = (text: string): Encoded<"compose"> => yamlStr(text.replaceAll("$", "$$$$")) as string as Encoded<"compose">;

/** The value of a dotenv line: one line, double-quoted, without interpolation. */
export const dotenvValue = (text: string): Encoded<"dotenv"> =>
  `"${printable(fold(text)).replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("$", "\\$")}"` as Encoded<"dotenv">;
