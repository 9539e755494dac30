const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Keywords of Python 3.10 to 3.15 (`keyword.kwlist`). */
export const KEYWORDS = words(`
  False None True and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield
`);

/** Soft keywords of Python 3.10 to 3.15: `type` came with 3.12 (PEP 695), `lazy` with 3.15 (PEP 810). */
export const SOFT_KEYWORDS = words("_ case match type lazy");

/** Lower-case names of the `builtins` module of Python 3.10 to 3.15, without those that only `site` adds. */
export const BUILTINS = words(`
  abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict
  dir divmod enumerate eval exec filter float format frozendict frozenset getattr globals hasattr hash help hex id input
  int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property range
  repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
`);

/** Upper-case builtins: exceptions, warnings and constants, as of Python 3.10 to 3.15. */
export const BUILTIN_CLASSES = words(`
  ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
  BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
  ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup
  False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError
  ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError
  MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError OSError
  OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError
  ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning
  SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
  UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
`);

/**
 * Import names of the packages a generated repository may depend on (python-standard 6): a package of the same name
 * would shadow its own dependency, and an installer refuses a project that depends on itself.
 */
export const DEPENDENCY_MODULES = words(`
  aiosqlite alembic anyio asyncpg attr attrs certifi click coverage fastapi flask flask_admin graphene greenlet griffe
  gunicorn hatchling httpx httpx2 hypothesis idna importlinter jinja2 jwt locust mkdocs mypy myst_parser nox opentelemetry
  orjson packaging pdm pip pluggy poetry psycopg pydantic pydantic_core pydantic_settings pygments pyright pytest
  pytest_asyncio pytest_cov redis requests ruff schemathesis setuptools sphinx sqladmin sqlalchemy stamina starlette
  strawberry structlog tomli twine typer typing_extensions uv uvicorn uvloop websockets werkzeug wheel yaml zizmor
`);
