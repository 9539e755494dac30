/** Modules of the standard library that came or went between Python 3.10 and 3.15: `from` and `until` are minors of 3. */
export const MODULE_HISTORY: ReadonlyMap<string, { from?: number; until?: number }> = new Map([
  ...history({ from: 11 }, "tomllib"),
  ...history({ from: 14 }, "annotationlib compression concurrent.interpreters string.templatelib"),
  ...history({ from: 15 }, "profiling"),
  ...history({ until: 12 }, "asynchat asyncore distutils imp smtpd"),
  ...history(
    { until: 13 },
    `aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib ossaudiodev pipes sndhdr spwd sunau
      telnetlib uu xdrlib`,
  ),
]);

/** Names that everyday modules gained after Python 3.10, by the minor that has them first. */
const NAMES: readonly [since: number, module: string, names: string][] = [
  [11, "asyncio", "Barrier Runner TaskGroup Timeout timeout timeout_at"],
  [11, "contextlib", "chdir"],
  [11, "datetime", "UTC"],
  [11, "enum", "EnumCheck FlagBoundary ReprEnum StrEnum global_enum member nonmember property verify"],
  [11, "hashlib", "file_digest"],
  [11, "logging", "getLevelNamesMapping"],
  [
    11,
    "typing",
    "LiteralString Never NotRequired Required Self TypeVarTuple Unpack assert_never assert_type clear_overloads dataclass_transform get_overloads reveal_type",
  ],
  [12, "calendar", "Day Month"],
  [12, "collections.abc", "Buffer"],
  [12, "itertools", "batched"],
  [12, "types", "get_original_bases"],
  [12, "typing", "TypeAliasType override"],
  [13, "copy", "replace"],
  [13, "queue", "ShutDown"],
  [13, "typing", "NoDefault ReadOnly TypeIs get_protocol_members is_protocol"],
  [13, "warnings", "deprecated"],
  [14, "functools", "Placeholder"],
  [14, "typing", "evaluate_forward_ref"],
  [14, "uuid", "MAX NIL uuid6 uuid7 uuid8"],
];

/** By dotted name (`typing.override`): the minor of the first Python 3 that has it. */
export const NAME_SINCE: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap(([since, module, names]) => names.split(" ").map((name) => [`${module}.${name}`, since] as const)),
);

function history(when: { from?: number; until?: number }, names: string) {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => [name, when] as const);
}
