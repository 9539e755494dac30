/** Word lists of the rule book (python-standard 4, `critic-rules.json`); all lower case. */

/** Filler words in a description. */
export const VAGUE_WORDS: ReadonlySet<string> = new Set([
  "app",
  "application",
  "etc",
  "everything",
  "general",
  "manage",
  "management",
  "platform",
  "solution",
  "stuff",
  "system",
  "thing",
  "things",
  "tool",
  "various",
]);

/** Resource names that say nothing about a domain. */
export const GENERIC_ENTITIES: ReadonlySet<string> = new Set([
  "bar",
  "data",
  "dummy",
  "element",
  "entity",
  "foo",
  "item",
  "model",
  "object",
  "record",
  "resource",
  "thing",
  "todo",
]);

/** Resource names that are SQL keywords. */
export const SQL_RESERVED: ReadonlySet<string> = new Set([
  "case",
  "check",
  "end",
  "grant",
  "group",
  "limit",
  "offset",
  "order",
  "primary",
  "role",
  "select",
  "session",
  "table",
  "transaction",
  "user",
  "window",
]);

/** Resource names that are modules of Python's standard library. */
export const STDLIB_CLASH: ReadonlySet<string> = new Set([
  "abc",
  "calendar",
  "code",
  "copy",
  "email",
  "enum",
  "io",
  "json",
  "logging",
  "platform",
  "profile",
  "queue",
  "random",
  "resource",
  "secrets",
  "select",
  "signal",
  "site",
  "statistics",
  "string",
  "test",
  "time",
  "token",
  "types",
]);
