interface Home {
  module: string;
  /** First minor version of Python 3 that has it there. */
  since?: number;
}

/** Names that have one obvious home in the standard library, by module; `@11` is the first Python 3 minor that has it. */
const HOMES: Readonly<Record<string, string>> = {
  abc: "ABC abstractmethod",
  "collections.abc": `AsyncGenerator AsyncIterator Awaitable Callable Collection Coroutine Generator Hashable Iterable
    Iterator Mapping MutableMapping MutableSequence Sequence`,
  collections: "ChainMap Counter OrderedDict defaultdict deque namedtuple",
  contextlib: "AsyncExitStack ExitStack asynccontextmanager contextmanager nullcontext suppress",
  dataclasses: "asdict dataclass",
  datetime: "UTC@11 timedelta timezone",
  decimal: "Decimal InvalidOperation ROUND_HALF_EVEN ROUND_HALF_UP",
  enum: "Enum IntEnum IntFlag StrEnum@11 unique",
  fractions: "Fraction",
  functools: "cached_property lru_cache partial singledispatch wraps",
  http: "HTTPStatus",
  io: "BytesIO StringIO",
  pathlib: "Path PurePath PurePosixPath",
  types: "MappingProxyType ModuleType SimpleNamespace TracebackType",
  typing: `Annotated Any ClassVar Concatenate Final Literal NamedTuple NewType NoReturn Never@11 NotRequired@11 ParamSpec
    Protocol Required@11 Self@11 TYPE_CHECKING TypeAlias TypeGuard TypeVar TypedDict Unpack@11 assert_never@11 cast
    get_type_hints override@12 overload runtime_checkable`,
  uuid: "UUID uuid4 uuid5",
  zoneinfo: "ZoneInfo",
};

/** The home of each of these names. */
export const STDLIB_HOMES: Readonly<Record<string, Home>> = Object.fromEntries(
  Object.entries(HOMES).flatMap(([module, names]) =>
    names.split(/\s+/).map((entry): [string, Home] => {
      const [name, since] = entry.split("@") as [string, string?];
      return [name, since ? { module, since: Number(since) } : { module }];
    }),
  ),
);

/** Modules that are used under their own name; those that are also names of variables (`token`, `email`) are not guessed. */
export const STDLIB_PREFIXES: ReadonlySet<string> = new Set(
  `argparse ast asyncio base64 bisect contextlib csv dataclasses decimal enum functools gc hashlib heapq hmac importlib
  inspect io ipaddress itertools json logging math os pathlib pytest random re secrets shutil sqlite3 statistics struct
  subprocess sys tempfile textwrap threading time tomllib traceback typing uuid warnings zipfile zlib zoneinfo`.split(
    /\s+/,
  ),
);
