import type { Answers } from "./answers.ts";

/** A complete design to look at or to start from. */
export interface Example {
  id: string;
  title: string;
  /** What one learns from it, in one line. */
  line: string;
  answers: Answers;
}

const clinicBooking: Answers = {
  plumbline: 1,
  intake: {
    package_name: "clinic_booking",
    repository_name: "clinic-booking",
    description: "Lets clinics hold and confirm appointment slots without double-booking a practitioner",
    purpose: "external_api",
    users: ["external", "internal_team"],
    maturity: "production",
    lifespan: "medium",
    python_version: "3.13",
    deployment: "docker",
    concurrency: "asyncio",
    non_goals: ["no payments", "no web ui", "no calendar sync"],
    tier: 3,
    licence: "MIT",
    author: "Clinic Platform Team",
  },
  architecture: {
    dependency_manager: "uv",
    configuration: "pydantic_settings",
    error_handling: "exceptions",
    logging: "structlog",
    testing: "unit_integration",
    persistence: "postgres",
    auth: "api_key",
  },
  structure: {
    mode: "template",
    resources: [
      {
        name: "Appointment",
        plural: "appointments",
        fields: [
          { name: "reference", type: "str", required: true, unique: true, max_length: 40 },
          { name: "starts_at", type: "datetime", required: true },
        ],
        lifecycle: {
          states: ["held", "confirmed", "cancelled"],
          transitions: [
            { name: "confirm", from: ["held"], to: "confirmed" },
            { name: "cancel", from: ["held", "confirmed"], to: "cancelled" },
          ],
        },
      },
    ],
    modules: [{ name: "pricing", purpose: "Price a stay", api: "def quote(nights: int) -> Decimal: ..." }],
    paths: [],
  },
  features: {
    api: "fastapi",
    api_purpose: "external_public",
    web_ui: "none",
    demos: "quickstart",
    docs_site: "markdown",
    docs_content: [],
    readme_languages: [],
    outbound: "none",
    ci: true,
    devcontainer: true,
    dockerfile: true,
    precommit: true,
  },
};

const tidewindow: Answers = {
  plumbline: 1,
  intake: {
    package_name: "tidewindow",
    repository_name: "tidewindow",
    description: "Finds the hours in which a vessel clears a sill, from tide gauge readings",
    purpose: "library",
    users: ["developers"],
    maturity: "long_term",
    lifespan: "long",
    python_version: "3.12",
    deployment: "local",
    concurrency: "sync",
    non_goals: ["no network calls", "no plotting"],
    tier: 6,
    licence: "MIT",
    author: "Harbour Tools Team",
  },
  architecture: {
    dependency_manager: "uv",
    configuration: "env",
    error_handling: "exceptions",
    logging: "stdlib",
    testing: "unit_integration",
    persistence: "none",
    auth: "none",
  },
  structure: {
    mode: "template",
    resources: [],
    modules: [
      {
        name: "readings",
        purpose: "Read and check gauge readings",
        api: `MAX_GAP: timedelta = timedelta(minutes=15)

class ReadingError(TidewindowError):
    """A line that is not a reading."""

@dataclass(frozen=True, slots=True)
class Reading:
    """One height of the water at one moment."""
    taken_at: datetime
    height: Decimal
    def above(self, datum: Decimal) -> Decimal:
        """The height over another datum."""

def parse_readings(lines: Iterable[str], *, separator: str = ",") -> Iterator[Reading]:
    """Read lines of a gauge file in order."""

def interpolate(readings: Sequence[Reading], at: datetime) -> Decimal:
    """The height between two readings."""
`,
      },
      {
        name: "windows",
        purpose: "Find the windows of safe passage",
        api: `class Window:
    """A span of time in which the vessel clears the sill."""
    opens_at: datetime
    closes_at: datetime
    def __init__(self, opens_at: datetime, closes_at: datetime) -> None: ...
    @property
    def length(self) -> timedelta:
        """How long it stays open."""
    def contains(self, moment: datetime) -> bool:
        """Whether the moment lies inside."""
    @classmethod
    def around(cls, moment: datetime, *, margin: timedelta) -> Self:
        """The window that reaches the margin to both sides."""

def find_windows(readings: Sequence[Reading], *, sill: Decimal, draught: Decimal, margin: Decimal = Decimal("0.3")) -> list[Window]:
    """Find every window in the readings, in order of time."""

def merge[T](groups: Iterable[Sequence[T]], *extra: T) -> list[T]:
    """One list of all the groups."""
`,
      },
    ],
    paths: [],
  },
  features: {
    api: "none",
    web_ui: "none",
    demos: "quickstart",
    docs_site: "sphinx",
    docs_content: ["api_reference", "tutorials"],
    readme_languages: [],
    outbound: "none",
    ci: true,
    devcontainer: false,
    dockerfile: false,
    precommit: true,
  },
};

const meterImport: Answers = {
  plumbline: 1,
  intake: {
    package_name: "meter_import",
    repository_name: "meter-import",
    description:
      "Imports nightly meter readings from grid operators and reports every refused row instead of dropping it",
    purpose: "cli_batch",
    users: ["internal_team", "automated"],
    maturity: "production",
    lifespan: "long",
    python_version: "3.13",
    deployment: "docker",
    concurrency: "sync",
    non_goals: ["no daemon", "no user interface", "no forecasting"],
    tier: 3,
    licence: "proprietary",
    author: "Grid Data Team",
  },
  architecture: {
    dependency_manager: "poetry",
    configuration: "pydantic_settings",
    error_handling: "mixed",
    error_boundary: "Result for refused rows; exceptions for faults of files, database and code",
    logging: "stdlib",
    testing: "unit_integration",
    persistence: "postgres",
    auth: "none",
  },
  structure: {
    mode: "template",
    resources: [
      {
        name: "MeterReading",
        plural: "meter_readings",
        fields: [
          { name: "external_id", type: "uuid", unique: true },
          { name: "meter_number", type: "str", max_length: 33 },
          { name: "read_at", type: "datetime" },
          { name: "energy_kwh", type: "decimal", minimum: 0, digits: 12, places: 3 },
          { name: "quality", type: "enum", values: ["measured", "estimated", "corrected"] },
        ],
      },
    ],
    modules: [],
    paths: [],
  },
  features: {
    api: "none",
    web_ui: "none",
    demos: "none",
    docs_site: "markdown",
    docs_content: ["architecture"],
    readme_languages: [],
    outbound: "none",
    ci: true,
    devcontainer: false,
    dockerfile: true,
    precommit: true,
  },
};

const overbooking: Answers = {
  plumbline: 1,
  intake: {
    package_name: "overbooking",
    repository_name: "overbooking-study",
    description: "Simulates overbooking policies for a fixed bicycle fleet and reports how often a rider is refused",
    purpose: "research",
    users: ["personal"],
    maturity: "prototype",
    lifespan: "short",
    python_version: "3.13",
    deployment: "local",
    concurrency: "sync",
    non_goals: ["no service", "no persistence"],
    tier: 2,
    licence: "MIT",
    author: "Ada Okafor",
  },
  architecture: {
    dependency_manager: "pip_pyproject",
    configuration: "env",
    error_handling: "exceptions",
    logging: "minimal",
    testing: "unit",
    persistence: "none",
    auth: "none",
  },
  structure: {
    mode: "template",
    resources: [],
    modules: [
      {
        name: "policy",
        purpose: "Decide whether a hire is accepted",
        api: `def accepts(booked: int, capacity: int, *, margin: float) -> bool:
    """Whether one more hire is taken at this load."""
`,
      },
    ],
    paths: [],
  },
  features: {
    api: "none",
    web_ui: "none",
    demos: "none",
    docs_site: "none",
    docs_content: [],
    readme_languages: [],
    outbound: "none",
    ci: false,
    devcontainer: false,
    dockerfile: false,
    precommit: false,
  },
};

const parcelDesk: Answers = {
  plumbline: 1,
  intake: {
    package_name: "parcel_desk",
    repository_name: "parcel-desk",
    description: "Take-home task: tracks parcels at a front desk so that none is handed out twice",
    purpose: "internal_service",
    users: ["internal_team"],
    maturity: "prototype",
    lifespan: "short",
    python_version: "3.13",
    deployment: "local",
    concurrency: "sync",
    non_goals: ["no login", "no notifications", "no label printing"],
    tier: 1,
    licence: "MIT",
    author: "Ines Moreau",
  },
  architecture: {
    dependency_manager: "uv",
    configuration: "env",
    error_handling: "exceptions",
    logging: "stdlib",
    testing: "unit",
    persistence: "sqlite",
    auth: "none",
  },
  structure: {
    mode: "template",
    resources: [
      {
        name: "Parcel",
        plural: "parcels",
        fields: [
          { name: "label", type: "str", unique: true, max_length: 40 },
          { name: "recipient", type: "str", max_length: 80 },
          { name: "weight_grams", type: "int", required: false, minimum: 1, maximum: 40000 },
        ],
        lifecycle: {
          states: ["received", "handed_out", "returned"],
          transitions: [
            { name: "hand_out", from: ["received"], to: "handed_out" },
            { name: "send_back", from: ["received"], to: "returned" },
          ],
        },
      },
    ],
    modules: [],
    paths: [],
  },
  features: {
    api: "fastapi",
    api_purpose: "internal",
    web_ui: "none",
    demos: "none",
    docs_site: "none",
    docs_content: [],
    readme_languages: [],
    outbound: "none",
    ci: false,
    devcontainer: false,
    dockerfile: false,
    precommit: false,
  },
};

/** The designs the start page offers; the first is the one of DESIGN 7. */
export const examples: readonly Example[] = [
  {
    id: "clinic-booking",
    title: "Clinic booking",
    line: "A public API at tier 3: FastAPI, Postgres and asyncio, with a lifecycle that makes double-booking impossible.",
    answers: clinicBooking,
  },
  {
    id: "tidewindow",
    title: "Tide window",
    line: "An open-source library at tier 6: two modules given by their API, Sphinx, no settings and no dependencies.",
    answers: tidewindow,
  },
  {
    id: "meter-import",
    title: "Meter import",
    line: "A nightly batch tool at tier 3: every refused row is reported, and a broken run resumes where it stopped.",
    answers: meterImport,
  },
  {
    id: "overbooking-study",
    title: "Overbooking study",
    line: "A research prototype at tier 2: a seeded simulation in a handful of files, with almost everything left out.",
    answers: overbooking,
  },
  {
    id: "parcel-desk",
    title: "Parcel desk",
    line: "An interview task at tier 1: flat modules on SQLite, and a dozen tests that show where the care went.",
    answers: parcelDesk,
  },
];

/** The example with this id, or undefined. */
export const exampleById = (id: string): Example | undefined => examples.find((example) => example.id === id);
