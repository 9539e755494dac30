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
 * Public modules of the standard library in any of Python 3.10 to 3.15 (`sys.stdlib_module_names`): a name that shadows
 * one on a single version breaks there, so the union counts. 3.10 alone has binhex; 3.14 brought annotationlib and
 * compression, 3.15 profiling; asynchat to zipimport are the 3.11 list.
 */
export const STDLIB_MODULES = words(`
  abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii
  binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys
  compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses
  datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp
  fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq
  hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale
  logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt
  ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform
  plistlib poplib posix posixpath pprint profile profiling pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue
  quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal
  site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string
  stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap
  this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing
  unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc
  zipapp zipfile zipimport zlib zoneinfo
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
