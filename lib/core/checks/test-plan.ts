import { parse } from "smol-toml";
import type { Outcome } from "./check.ts";
import { runWith, testsOf } from "./closure.ts";
import {
  type ContainerCheck,
  counted,
  type Plan,
  REPOSITORY,
  skippedOutcome,
  type Toolchain,
} from "./container-check.ts";
import { type Coverage, coverageWords, isMeasured } from "./coverage.ts";
import { coverageOf, whyUnmeasured } from "./coverage-run.ts";
import { declaredDependencies } from "./imports.ts";
import type { RepositoryUnderCheck } from "./proof.ts";
import { testOutcomes } from "./test-outcomes.ts";
import { readReport, type TestReport } from "./test-report.ts";
import { waitsFor } from "./waiting.ts";

/** Seconds that one test, and all of them together, may wait or work. */
const LIMITS = { test: { wall: 60, work: 20 }, session: { wall: 240, work: 120 } };

/** How much longer tests may take that are measured: a tracer makes them work about twice as much. */
const MEASURED = 2;

/** Starting and stopping around the tests. */
const AROUND_MS = 30_000;

/** How often a session is begun anew without the file that ended it. */
const MAX_SESSIONS = 3;

/** Plugins of pytest that the image has and a repository may not have asked for: distribution and plugin. */
const OPTIONAL_PLUGINS: readonly (readonly [string, string])[] = [
  ["pytest_asyncio", "asyncio"],
  ["pytest_cov", "pytest_cov"],
  ["hypothesis", "hypothesispytest"],
];

/** The tests that reach a file, run in the repository as it would be installed, with a PostgreSQL of their own. */
export const testRun: ContainerCheck = {
  id: "tests",
  label: "Tests (pytest)",
  plan(repository, paths, toolchain) {
    const wanted = paths.filter((path) => path.endsWith(".py"));
    if (toolchain.pythonMinor < repository.floorMinor) {
      const reason = `The sandbox has Python 3.${toolchain.pythonMinor}; this design needs 3.${repository.floorMinor}.`;
      const known = new Map(wanted.map((path) => [path, skippedOutcome("tests", reason)]));
      return { known, job: null, read: () => ({ outcomes: new Map(), summary: reason, coverage: { reason } }) };
    }
    const all = new Map(wanted.map((path) => [path, related(repository, path)]));
    const known = new Map<string, Outcome>();
    for (const [path, { ready, waiting }] of all)
      if (ready.length === 0)
        known.set(path, skippedOutcome("tests", waiting[0]?.reason ?? "No test reaches this file."));
    const files = [...new Set([...all.values()].flatMap(({ ready }) => ready))].sort();
    const asked = new Map([...all].filter(([path]) => !known.has(path)));
    const waiting = [
      ...new Map([...all.values()].flatMap((one) => one.waiting).map((one) => [one.path, one])).values(),
    ];
    const unmeasured = whyUnmeasured(repository, paths, waiting);
    return session({ repository, toolchain, asked, known, earlier: [], unmeasured }, files);
  },
};

/** The tests of one file: those that can run, and those that need a file without a text. */
export interface RelatedTests {
  ready: string[];
  waiting: { path: string; reason: string }[];
}

function related(repository: RepositoryUnderCheck, path: string): RelatedTests {
  const tests = testsOf(repository, path).map((test) => ({
    path: test,
    reason: waitsFor(repository, runWith(repository, test)),
  }));
  return {
    ready: tests.filter(({ reason }) => reason === null).map((one) => one.path),
    waiting: tests.flatMap(({ path: test, reason }) => (reason === null ? [] : [{ path: test, reason }])),
  };
}

interface Asked {
  repository: RepositoryUnderCheck;
  toolchain: Toolchain;
  asked: ReadonlyMap<string, RelatedTests>;
  known: ReadonlyMap<string, Outcome>;
  /** Sessions that came to a bad end, each with the file that ended it. */
  earlier: readonly TestReport[];
  /** Null where coverage is measured, else why it is not; undefined where nobody asked for it. */
  unmeasured: string | null | undefined;
}

/** One session of pytest over these files. When one of them ends it, another session runs the rest. */
function session(asked: Asked, files: readonly string[]): Plan {
  const { repository, toolchain, known, earlier, unmeasured } = asked;
  const coverage = (reports: readonly TestReport[]): { coverage?: Coverage } =>
    unmeasured === undefined ? {} : { coverage: unmeasured === null ? coverageOf(reports) : { reason: unmeasured } };
  if (files.length === 0)
    return {
      known,
      job: null,
      read: () => ({ outcomes: testOutcomes(asked, earlier), summary: "no test to run", ...coverage(earlier) }),
    };
  const secret = toolchain.secret();
  // A session that was begun anew leaves tests out: its figure would be about something else.
  const measure = unmeasured === null && earlier.length === 0;
  const limits = measure ? slower(LIMITS) : LIMITS;
  const order = JSON.stringify({ secret, ...orderFor(repository, files), limits, measure });
  const programs = Object.entries(toolchain.programs).map(([name, text]) => ({ path: `proof/${name}`, text }));
  return {
    known,
    job: {
      files: [...programs, { path: "proof/order.json", text: order }],
      // The database starts, and then works, beside the tests.
      ...(repository.testDatabaseVariable ? { cpus: 2 } : {}),
      commands: [
        {
          id: "tests",
          argv: ["python", "/job/proof/supervise.py"],
          env: { PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" },
          cwd: REPOSITORY,
          wallMs: limits.session.wall * 1000 + AROUND_MS,
          outputBytes: 2 * 1024 * 1024,
        },
      ],
    },
    read([result]) {
      const report = readReport(secret, files, result);
      const reports = [...earlier, report];
      const culprit = report.ended && report.culprit;
      const rest = files.filter((file) => file !== culprit);
      if (culprit && rest.length > 0 && reports.length < MAX_SESSIONS) {
        const stopped: TestReport = { ...report, asked: [culprit] };
        const again = session({ ...asked, known: new Map(), earlier: [...earlier, stopped] }, rest);
        return { outcomes: new Map(), summary: `${culprit}: ${report.ended}`, again };
      }
      const sum = (key: "passed" | "failed" | "skipped") =>
        reports.flatMap(({ files: found }) => [...found.values()]).reduce((total, one) => total + one[key], 0);
      const [failed, skipped] = [sum("failed"), sum("skipped")];
      const figure = coverage(reports);
      return {
        outcomes: testOutcomes(asked, reports),
        ...figure,
        summary: [
          report.ended ? report.ended : `${counted(sum("passed"), "test")} passed`,
          ...(failed > 0 ? [`${failed} failed`] : []),
          ...(skipped > 0 ? [`${skipped} skipped`] : []),
          ...(report.database && report.database !== "ready" ? [`no PostgreSQL: ${report.database}`] : []),
          ...(figure.coverage && isMeasured(figure.coverage)
            ? [`${coverageWords(figure.coverage.total)} covered`]
            : []),
        ].join(", "),
      };
    },
  };
}

const slower = ({ test, session: all }: typeof LIMITS): typeof LIMITS => {
  const longer = ({ wall, work }: typeof test) => ({ wall: wall * MEASURED, work: work * MEASURED });
  return { test: longer(test), session: longer(all) };
};

interface Project {
  name?: string;
  version?: string;
  description?: string;
  license?: unknown;
  authors?: { name?: string }[];
  "requires-python"?: string;
  dependencies?: string[];
  scripts?: Record<string, string>;
}

function orderFor(repository: RepositoryUnderCheck, files: readonly string[]) {
  const pyproject = repository.files.find(({ path }) => path === "pyproject.toml")?.text ?? "";
  const { runtime, development } = declaredDependencies(pyproject);
  const off = OPTIONAL_PLUGINS.filter(([name]) => !runtime.has(name) && !development.has(name));
  const seeded = off.some(([name]) => name === "hypothesis") ? [] : ["--hypothesis-seed=0"];
  const variable = repository.testDatabaseVariable;
  const database = `${repository.packageName}_test`;
  const dialect = runtime.has("asyncpg") ? "+asyncpg" : runtime.has("psycopg") ? "+psycopg" : "";
  return {
    arguments: [
      ...[
        "-p",
        "no:cacheprovider",
        "--maxfail=0",
        "--continue-on-collection-errors",
        "--no-header",
        "--no-summary",
        "--tb=short",
      ],
      ...off.flatMap(([, plugin]) => ["-p", `no:${plugin}`]),
      ...seeded,
      ...files,
    ],
    // As on a build server: property tests draw the same examples in every run and have no deadline there.
    environment: { CI: "true" },
    database: variable && {
      variable,
      name: database,
      address: `postgresql${dialect}://postgres@127.0.0.1:5432/${database}`,
    },
    package: packageOf(pyproject),
  };
}

/** What an installation would tell `importlib.metadata`, from the static table of pyproject.toml. */
function packageOf(pyproject: string) {
  let project: Project = {};
  try {
    project = (parse(pyproject) as { project?: Project }).project ?? {};
  } catch {
    // The tests run without metadata then; that the file does not parse is told by its own syntax check.
  }
  const fields: [string, unknown][] = [
    ["Summary", project.description],
    ["License-Expression", project.license],
    ["Author", project.authors?.[0]?.name],
    ["Requires-Python", project["requires-python"]],
    ...(project.dependencies ?? []).map((one): [string, unknown] => ["Requires-Dist", one]),
  ];
  const scripts = Object.entries(project.scripts ?? {}).filter(([, target]) => /^[\w.]+:[\w.]+$/.test(String(target)));
  return {
    name: project.name ?? "",
    version: project.version ?? "0",
    fields: fields.filter(
      (field): field is [string, string] => typeof field[1] === "string" && !/[\r\n]/.test(field[1]),
    ),
    scripts: Object.fromEntries(scripts),
  };
}
