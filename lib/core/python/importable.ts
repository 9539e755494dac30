/** A name that stubs may use without saying where it comes from. */
export interface Importable {
  /** The module the draft imports it from; null for built-in names. */
  module: string | null;
  /** mypy's strict mode refuses it bare: it needs to say what it holds, as in `list[str]`. */
  generic: boolean;
}

interface Source {
  module: string | null;
  plain: string;
  generic?: string;
}

/**
 * What a stub may name: built-in types, and the few modules of the standard library whose types stand in signatures.
 * A closed list, so that every draft imports what it names and nothing else runs on import. All exist since Python 3.12.
 */
const SOURCES: readonly Source[] = [
  {
    module: null,
    plain: `bool bytearray bytes complex float int memoryview object range slice str
      BaseException Exception ArithmeticError AssertionError AttributeError BufferError ConnectionError EOFError FileExistsError
      FileNotFoundError IndexError InterruptedError IsADirectoryError KeyError LookupError NotADirectoryError
      NotImplementedError OSError OverflowError PermissionError RuntimeError StopAsyncIteration StopIteration
      TimeoutError TypeError UnicodeError ValueError ZeroDivisionError
      DeprecationWarning RuntimeWarning UserWarning Warning
      classmethod property staticmethod`,
    generic: "dict frozenset list set tuple type",
  },
  { module: "abc", plain: "ABC abstractmethod" },
  {
    module: "collections.abc",
    plain: "Buffer Hashable Sized",
    generic: `AsyncGenerator AsyncIterable AsyncIterator Awaitable Callable Collection Container Coroutine Generator ItemsView
      Iterable Iterator KeysView Mapping MutableMapping MutableSequence MutableSet Reversible Sequence ValuesView`,
  },
  {
    module: "contextlib",
    plain: "asynccontextmanager contextmanager",
    generic: "AbstractAsyncContextManager AbstractContextManager",
  },
  { module: "dataclasses", plain: "KW_ONLY dataclass field", generic: "InitVar" },
  { module: "datetime", plain: "UTC date datetime time timedelta timezone tzinfo" },
  { module: "decimal", plain: "Decimal" },
  { module: "enum", plain: "Enum Flag IntEnum IntFlag StrEnum auto unique" },
  { module: "fractions", plain: "Fraction" },
  { module: "functools", plain: "cached_property" },
  { module: "pathlib", plain: "Path PurePath PurePosixPath" },
  { module: "types", plain: "TracebackType" },
  {
    module: "typing",
    plain: `Any BinaryIO LiteralString NamedTuple Never NoReturn NotRequired Protocol Required Self SupportsBytes SupportsFloat
      SupportsIndex SupportsInt TextIO TypedDict final overload override runtime_checkable Final`,
    generic: "Annotated ClassVar Concatenate IO Literal SupportsAbs SupportsRound TypeGuard Unpack",
  },
  { module: "uuid", plain: "UUID" },
  { module: "zoneinfo", plain: "ZoneInfo" },
];

const split = (list = ""): string[] => list.trim().split(/\s+/).filter(Boolean);

/** Every name of {@link SOURCES}, by name. */
export const IMPORTABLE: ReadonlyMap<string, Importable> = new Map(
  SOURCES.flatMap(({ module, plain, generic }) => [
    ...split(plain).map((name): [string, Importable] => [name, { module, generic: false }]),
    ...split(generic).map((name): [string, Importable] => [name, { module, generic: true }]),
  ]),
);

/** Modules whose names a stub may import in so many words; the import lines of the draft are made anew. */
export const IMPORTABLE_MODULES: ReadonlySet<string> = new Set(
  SOURCES.flatMap(({ module }) => (module ? [module] : [])),
);

/** What to write instead of a name from an older Python: ruff's UP rules refuse it in the delivered repository. */
export const MODERN_SPELLING: Readonly<Record<string, string>> = {
  Optional: "`X | None`",
  Union: "`X | Y`",
  List: "`list[X]`",
  Dict: "`dict[K, V]`",
  Set: "`set[X]`",
  FrozenSet: "`frozenset[X]`",
  Tuple: "`tuple[X, ...]`",
  Type: "`type[X]`",
  Text: "`str`",
  TypeAlias: "`type Name = ...`",
  NewType: "a small dataclass",
  TypeVar: "`def name[T](...)`",
  ParamSpec: "`def name[**P](...)`",
  Generic: "`class Name[T]:`",
  DefaultDict: "`dict[K, V]`",
};

/** The ways a stub may mark a function or a class; the rest would run code that a draft does not have. */
export const DECORATORS: ReadonlySet<string> = new Set([
  "abstractmethod",
  "asynccontextmanager",
  "cached_property",
  "classmethod",
  "contextmanager",
  "dataclass",
  "final",
  "overload",
  "override",
  "property",
  "runtime_checkable",
  "staticmethod",
  "unique",
]);

/** Calls whose result never changes, so that they may stand as a default value (ruff B008, RUF009). */
export const CONSTANT_CALLS: ReadonlySet<string> = new Set([
  "Decimal",
  "Fraction",
  "Path",
  "UUID",
  "date",
  "frozenset",
  "timedelta",
  "tuple",
]);
