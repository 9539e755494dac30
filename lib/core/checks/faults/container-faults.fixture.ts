import type { Fault } from "./fault.fixture.ts";

const types = (file: string, from: string, to: string, at: string, title: string): Fault => ({
  title,
  design: "clinic-booking",
  path: `src/clinic_booking/${file}`,
  edits: [[from, to]],
  check: "types",
  at,
});

/** Mistakes that only the type checker sees; each in a file of its own, so that one run finds them all. */
export const typeFaults: readonly Fault[] = [
  types(
    "clock.py",
    "    return uuid4()\n",
    "    return uuid4()\n\n\ndef _label(moment: datetime) -> str:\n    return moment.year\n",
    "return moment.year",
    "a value of another type than the one returned",
  ),
  types(
    "auth.py",
    "            found = Principal(name)\n    return found\n",
    "            found = Principal(name)\n    return found\n\n\ndef _plain(value):\n    return value\n",
    "def _plain(",
    "a function without annotations",
  ),
  types(
    "domain/rules.py",
    "def _storable(",
    "def _size(value: str | None) -> int:\n    return len(value)\n\n\ndef _storable(",
    "return len(value)",
    "a value that may be None",
  ),
  types("api/etags.py", "\n\nIfMatch =", '\n_FIRST: int = "1"\n\nIfMatch =', "_FIRST", "a constant of another type"),
  types(
    "api/cursors.py",
    "def decode(",
    "def _day(position: KeysetPosition) -> int:\n    return position.created_at.weekdays()\n\n\ndef decode(",
    ".weekdays()",
    "an attribute that does not exist",
  ),
  types(
    "db/keyset.py",
    "def cut[T](",
    "def _first(rows: Sequence[int]) -> Slice[int]:\n    return cut(rows, 1)\n\n\ndef cut[T](",
    "return cut(rows, 1)",
    "a call without a parameter",
  ),
  types(
    "api/runtime.py",
    "\n\n\n@dataclass",
    "\n\n\ndef _sum(values: dict) -> int:\n    return len(values)\n\n\n@dataclass",
    "def _sum(",
    "a container without the type of what is in it",
  ),
  types(
    "domain/errors.py",
    "class ConflictError(",
    'class _QuietError(DomainError):\n    """Says nothing."""\n\n    code = 1\n\n\nclass ConflictError(',
    "    code = 1",
    "a subclass that breaks the promise of its base",
  ),
  types(
    "pricing.py",
    '__all__ = ["quote"]\n',
    '__all__ = ["quote"]\n\n_NIGHTS: int = 1  # type: ignore[assignment]\n',
    "_NIGHTS",
    "an excuse that nothing needs",
  ),
];

/** Mistakes that only running the tests shows; each is seen by tests of its own. */
export const testFaults: readonly Fault[] = [
  {
    title: "a test that fails",
    design: "clinic-booking",
    path: "tests/unit/test_auth.py",
    edits: [["len(second)) >= 40", "len(second)) >= 4000"]],
    check: "tests",
    at: ">= 4000",
  },
  {
    title: "code that does not do what its test says",
    design: "clinic-booking",
    path: "src/clinic_booking/api/rate_limit.py",
    edits: [["bucket.tokens -= 1", "bucket.tokens -= 0"]],
    check: "tests",
    seenIn: "tests/unit/test_rate_limit.py",
    at: "== [0, 0, 1]",
  },
  {
    title: "a test file without a test",
    design: "clinic-booking",
    path: "tests/integration/test_quickstart.py",
    edits: [["def test_quickstart", "def quickstart"]],
    check: "tests",
    at: '"""The example runs',
    also: ["contract"],
  },
  {
    title: "tests that are all skipped",
    design: "clinic-booking",
    path: "tests/unit/test_rules.py",
    edits: [["text = partial(", 'pytestmark = pytest.mark.skip(reason="later")\n\ntext = partial(']],
    check: "tests",
    at: '"""The limits that fields share',
  },
  {
    title: "a migration that does not go back",
    design: "clinic-booking",
    path: "src/clinic_booking/migrations/versions/0001_initial.py",
    edits: [['    op.drop_table("idempotency_keys")\n', ""]],
    check: "tests",
    seenIn: "tests/integration/test_migrations.py",
    at: 'asyncio.run(_tables(settings)) == {"alembic_version"}',
  },
  {
    title: "an update that gets lost when two come at once",
    design: "clinic-booking",
    path: "src/clinic_booking/service/appointments.py",
    // The pause makes sure that both have read before either writes; on a fast machine they may miss each other.
    edits: [
      ["from uuid import UUID\n", "import asyncio\nfrom uuid import UUID\n"],
      ["await self._stored(id, lock=True)\n", "await self._stored(id)\n            await asyncio.sleep(0.5)\n"],
    ],
    check: "tests",
    seenIn: "tests/integration/test_appointments_transitions.py",
    at: 'response.json()["version"] for response in responses',
  },
];

const package_ = (from: string, to: string, at: string, title: string, also: Fault["also"] = []): Fault => ({
  title,
  design: "overbooking-study",
  path: "pyproject.toml",
  edits: [[from, to]],
  check: "build",
  at,
  also,
});

/** Mistakes that only building the package shows; one run each. */
export const buildFaults: readonly Fault[] = [
  package_(
    'packages = ["src/overbooking"]',
    'packages = ["src/overbookings"]',
    "src/overbookings",
    "a package that is not there",
  ),
  package_(
    'build-backend = "hatchling.build"',
    'build-backend = "hatchling.builds"',
    "hatchling.builds",
    "a build backend that does not exist",
  ),
  package_('readme = "README.md"', 'readme = "READTHIS.md"', "READTHIS.md", "a README that is missing from the build", [
    "contract",
  ]),
  package_('version = "0.1.0"', 'version = "first"', 'version = "first"', "a version that is none", ["contract"]),
];

/** Mistakes that keep the whole package from being imported. */
export const cycleFaults: readonly Fault[] = [
  {
    title: "two modules that import each other",
    design: "tidewindow",
    path: "src/tidewindow/errors.py",
    edits: [['own code.\n"""\n', 'own code.\n"""\n\nfrom tidewindow.readings import MAX_GAP\n\nLIMIT = MAX_GAP\n']],
    check: "tests",
    at: "from tidewindow.readings",
  },
];
