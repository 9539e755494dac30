/** Names whose values are secrets. */
const NAMES =
  "[\\w-]{0,40}authorization|cookie|set-cookie|[\\w-]{0,40}token|[\\w-]{0,40}secret|password|device_code|[\\w-]{0,40}api[_-]?key";

/**
 * What must not stand in a log, by its form: whoever writes a line need not know what is secret in it.
 * Repetitions before a mark are bounded, so that no line takes longer than in proportion to its length.
 */
const SECRETS: readonly [RegExp, string][] = [
  // Values of names that hold secrets, whether text or list.
  [new RegExp(`("(?:${NAMES})":\\s*)(?:"(?:[^"\\\\]|\\\\.)*"|\\[[^[\\]]*\\])`, "gi"), '$1"[hidden]"'],
  // The same in a body that a message quotes, and in the parameters of an address.
  [new RegExp(`(\\\\"(?:${NAMES})\\\\":\\s*)\\\\"[^"]*"`, "gi"), '$1\\"[hidden]\\"'],
  [new RegExp(`([?&](?:${NAMES}|code)=)[^&\\s"\\\\#]+`, "gi"), "$1[hidden]"],
  [/\b(authorization:\s*[\w-]{1,20}\s+)[\w.~+/=-]{8,}/gi, "$1[hidden]"],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, "$1 [hidden]"],
  [/\b((?:__Host-)?sid=)[^;\s"\\]+/g, "$1[hidden]"],
  [/\bplumbline_[\w-]{16,}/g, "[hidden]"],
  [/(\/s\/)[\w-]{16,}/g, "$1[hidden]"],
  [/\b(?:gh[a-z]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,})/g, "[hidden]"],
  [/(\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"/:@]*:)[^\s"/@]+@/gi, "$1[hidden]@"],
  [/(\bhttps?:\/\/)[^\s"/:@?#]{8,200}@/gi, "$1[hidden]@"],
];

/** A line without secrets: tokens of ours and of code hosts, cookies, credentials in headers and in addresses. */
export const redact = (line: string): string =>
  SECRETS.reduce((text, [form, shown]) => text.replace(form, shown), line);
