import type { Fault } from "./fault.fixture.ts";

const clinic = (path: string) => ({ design: "clinic-booking", path: `src/clinic_booking/${path}` });
const tide = (path: string) => ({ design: "tidewindow", path: `src/tidewindow/${path}` });

/** Mistakes in imports, grammar and style. */
export const pythonFaults: readonly Fault[] = [
  {
    title: "a dependency that nobody declared",
    ...clinic("clock.py"),
    edits: [
      [
        "from datetime import UTC, datetime\nfrom uuid import UUID, uuid4\n",
        "from datetime import datetime\nfrom uuid import UUID, uuid4\n\nimport arrow\n",
      ],
      ["return datetime.now(UTC)", "return arrow.utcnow().datetime"],
    ],
    check: "imports",
    at: "import arrow",
  },
  {
    title: "a development tool in the package",
    ...clinic("db/keyset.py"),
    edits: [
      [
        "from uuid import UUID\n",
        "from uuid import UUID\n\nfrom hypothesis import strategies\n\nSIZES = strategies.integers()\n",
      ],
    ],
    check: "imports",
    at: "from hypothesis",
  },
  {
    title: "a domain that knows the database library",
    ...clinic("domain/rules.py"),
    edits: [
      ["from datetime import datetime\n", "from datetime import datetime\n\nfrom sqlalchemy import String\n"],
      ["import ConstraintViolationError\n", "import ConstraintViolationError\n\nTEXT = String(40)\n"],
    ],
    check: "imports",
    at: "from sqlalchemy",
  },
  {
    title: "a domain that imports an outer layer",
    ...clinic("domain/rules.py"),
    edits: [
      [
        "from clinic_booking.domain.errors import ConstraintViolationError\n",
        "from clinic_booking.db.keyset import KeysetPosition\nfrom clinic_booking.domain.errors import ConstraintViolationError\n\nSTART: KeysetPosition | None = None\n",
      ],
    ],
    check: "imports",
    at: "from clinic_booking.db.keyset",
  },
  {
    title: "a service that imports the API",
    ...clinic("service/appointments.py"),
    edits: [
      [
        "from clinic_booking.clock import",
        "from clinic_booking.api.etags import etag\nfrom clinic_booking.clock import",
      ],
      ["        return created\n", "        etag(created.version)\n        return created\n"],
    ],
    check: "imports",
    at: "from clinic_booking.api",
  },
  {
    title: "a module that the plan does not have",
    ...clinic("auth.py"),
    edits: [
      ["from clinic_booking.settings", "from clinic_booking.keyring import KNOWN\nfrom clinic_booking.settings"],
      ["    if presented is None:", "    if presented in KNOWN:"],
    ],
    check: "imports",
    at: "from clinic_booking.keyring",
  },
  {
    title: "a standard library that the floor does not have yet",
    ...tide("_deprecation.py"),
    edits: [
      ["import warnings\n", "import warnings\nfrom compression import zstd\n"],
      ["    if removal == since:", "    if removal == since or not zstd.compress(b''):"],
    ],
    check: "imports",
    at: "from compression",
    also: ["style"],
  },
  {
    title: "an import of everything",
    ...clinic("domain/appointment.py"),
    edits: [["import check_instant, check_text", "import *"]],
    check: "imports",
    at: "import *",
    also: ["style"],
  },
  {
    title: "a module that is looked up while running",
    ...tide("_deprecation.py"),
    edits: [
      ["import warnings\n", "import importlib\n"],
      ["    warnings.warn(", '    importlib.import_module("warnings").warn('],
    ],
    check: "imports",
    at: "importlib.import_module",
  },
  {
    title: "a statement that does not parse",
    ...clinic("api/etags.py"),
    edits: [["def etag(version: int) -> str:", "def etag(version: int) -> str"]],
    check: "syntax",
    at: "def etag(",
  },
  {
    title: "a type parameter default that the floor cannot read",
    ...tide("windows.py"),
    edits: [["def merge[T](", "def merge[T = int]("]],
    check: "syntax",
    at: "def merge[",
  },
  {
    title: "a template string that the floor cannot read",
    ...tide("_deprecation.py"),
    edits: [['text = f"{what} is', 'text = t"{what} is']],
    check: "syntax",
    at: 'text = t"',
  },
  {
    title: "an indentation of three",
    ...clinic("db/keyset.py"),
    edits: [["        return Slice(rows, None)", "       return Slice(rows, None)\n        return None"]],
    check: "syntax",
    at: "        return None",
  },
  {
    title: "code that the formatter would change",
    ...clinic("db/keyset.py"),
    edits: [["return Slice(rows, None)", "return Slice( rows,None )"]],
    check: "style",
    at: "return Slice( rows",
  },
  {
    title: "an unused import",
    ...clinic("clock.py"),
    edits: [["from collections.abc", "import os\nfrom collections.abc"]],
    check: "style",
    at: "import os",
  },
  {
    title: "a name that does not exist",
    ...clinic("auth.py"),
    edits: [["compare_digest(digest, known)", "compare_digest(digset, known)"]],
    check: "style",
    at: "digset",
  },
  {
    title: "a moment without a time zone",
    ...clinic("clock.py"),
    edits: [
      ["from datetime import UTC, datetime", "from datetime import datetime"],
      ["datetime.now(UTC)", "datetime.now()"],
    ],
    check: "style",
    at: "datetime.now()",
  },
  {
    title: "imports in no order",
    ...clinic("auth.py"),
    edits: [["import hashlib\nimport hmac\n", "import hmac\nimport hashlib\n"]],
    check: "style",
    at: "import hmac",
  },
  {
    title: "a line that is too long",
    ...tide("errors.py"),
    edits: [["mistakes in their own code.\n", `mistakes in their own code.${" Really".repeat(12)}.\n`]],
    check: "style",
    at: "Really",
  },
  {
    title: "a test that asserts nothing",
    design: "clinic-booking",
    path: "tests/unit/test_engine.py",
    edits: [["    check_pool_budget(with_replicas(settings, 9))\n", "    pass\n"]],
    check: "tests",
    at: "def test_pool_budget_is_kept",
  },
];
