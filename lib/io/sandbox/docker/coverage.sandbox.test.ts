import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { exampleById } from "#lib/core/catalog/examples.ts";
import { type Coverage, isMeasured, type MeasuredCoverage } from "#lib/core/checks/coverage.ts";
import type { RepositoryUnderCheck } from "#lib/core/checks/proof.ts";
import { repositoryUnderCheck } from "#lib/core/checks/repository-under-check.ts";
import { PYPROJECT, tideRepository } from "#lib/core/checks/tide.fixture.ts";
import { render } from "#lib/wizard/toolbox.ts";
import type { SandboxDriver } from "../driver.ts";
import { dockerDriver } from "./docker-driver.ts";
import { type Engine, openEngine } from "./engine.ts";

const { image, reason } = inject("sandbox");
let engine: Engine;
let driver: SandboxDriver;

beforeAll(async () => {
  if (!image) return;
  engine = (await openEngine({ image })).engine!;
  driver = dockerDriver(engine, image);
});
beforeEach(({ skip }) => {
  if (reason) skip(reason);
});
afterAll(() => driver?.close());

const SETTINGS = PYPROJECT.replace('test = ["pytest"]', 'test = ["pytest", "pytest-cov"]').concat(`
[tool.coverage.run]
branch = true
source_pkgs = ["tide"]

[tool.coverage.report]
fail_under = 50.5
exclude_also = ["def unreachable"]
`);

const FLOOD = `"""What a height means."""


def word(height: int) -> str:
    if height > 9:
        return "flood"
    if height > 3:
        return "high"
    return "low"


def unreachable() -> None:
    raise AssertionError
`;

const TESTS = {
  high: "def test_high() -> None:\n    assert word(4) == 'high'\n",
  low: "def test_low() -> None:\n    assert word(1) == 'low'\n",
  flood: "def test_flood() -> None:\n    assert word(10) == 'flood'\n",
};

const testing = (...names: (keyof typeof TESTS)[]): string =>
  ["from tide.flood import word\n", ...names.map((name) => TESTS[name])].join("\n\n");

/** The small repository without a missing file, with a module in which branches are taken or not. */
const repositoryWith = (change: Record<string, string> = {}): RepositoryUnderCheck =>
  tideRepository(
    {
      "pyproject.toml": SETTINGS,
      "src/tide/unwritten.py": "NOW = 5\n",
      "src/tide/alone.py": "import sys\n\nif sys.argv:\n    NAME = sys.argv[0]\n",
      "src/tide/flood.py": FLOOD,
      "tests/test_flood.py": testing("high"),
      ...change,
    },
    { missing: [] },
  );

async function coverageOf(repository: RepositoryUnderCheck): Promise<Coverage | null> {
  const paths = repository.files.map(({ path }) => path);
  return (await driver.prove(repository, paths)).coverage;
}

async function measured(repository: RepositoryUnderCheck): Promise<MeasuredCoverage> {
  const coverage = await coverageOf(repository);
  if (coverage && isMeasured(coverage)) return coverage;
  throw new Error(coverage?.reason ?? "nobody asked for it");
}

interface Counted {
  num_statements: number;
  covered_lines: number;
  num_branches?: number;
  covered_branches?: number;
}

/** What a person would see: pytest-cov in the same image, installed in place. */
async function byHand({ files, packageName }: RepositoryUnderCheck): Promise<Omit<MeasuredCoverage, "tool" | "floor">> {
  const script = `
tools=$(python -c "import site; print(site.getsitepackages()[0])")
python -m venv --without-pip /job/own
own=$(/job/own/bin/python -c "import site; print(site.getsitepackages()[0])")
printf "import site; site.addsitedir('%s')\\n/job/repository/src\\n" "$tools" > "$own/repository.pth"
mkdir "$own/${packageName}-0.1.0.dist-info"
printf 'Metadata-Version: 2.4\\nName: ${packageName}\\nVersion: 0.1.0\\n' > "$own/${packageName}-0.1.0.dist-info/METADATA"
export CI=true PYTHONDONTWRITEBYTECODE=1
/job/own/bin/python -m pytest -q -p no:cacheprovider -p no:asyncio --cov --cov-report=json:/tmp/coverage.json >&2
cat /tmp/coverage.json`;
  const inPlace = files.map(({ path, text }) => ({ path: `repository/${path}`, text }));
  const argv = ["sh", "-ec", `cd /job/repository\n${script}`];
  const [done] = await engine.runSteps(inPlace, [{ id: "hand", argv, wallMs: 300_000, outputBytes: 8_000_000 }]);
  if (done?.exitCode !== 0) throw new Error(`by hand: ${done?.stderr}`);
  const told = JSON.parse(done.stdout) as {
    totals: Counted;
    files: Record<string, { summary: Counted }>;
    meta: { branch_coverage: boolean };
  };
  const counts = ({ num_statements, covered_lines, num_branches, covered_branches }: Counted) => ({
    statements: num_statements,
    covered: covered_lines,
    branches: num_branches ?? 0,
    coveredBranches: covered_branches ?? 0,
  });
  return {
    branch: told.meta.branch_coverage,
    total: counts(told.totals),
    files: Object.entries(told.files)
      .map(([path, { summary }]) => ({ path, ...counts(summary) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

describe("the figure of a repository", { timeout: 300_000 }, () => {
  test.each([
    ["branches of its package", SETTINGS],
    ["lines only", SETTINGS.replace("branch = true", "branch = false")],
    [
      "a folder and an omission",
      SETTINGS.replace('source_pkgs = ["tide"]', 'source = ["src"]\nomit = ["*/windows.py"]'),
    ],
  ])("is what pytest --cov says by hand, file by file: %s", async (_, settings) => {
    const repository = repositoryWith({ "pyproject.toml": settings });
    const [ours, hand] = await Promise.all([measured(repository), byHand(repository)]);
    expect(ours).toMatchObject(hand);
    expect(ours.floor).toBe(50.5);
  });

  test("is what pytest --cov says by hand for a generated library", async () => {
    const { design, blueprint } = render(exampleById("tidewindow")!.answers);
    const texts = blueprint.tasks.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const]));
    const repository = repositoryUnderCheck(design, blueprint, new Map(texts));
    const [ours, hand] = await Promise.all([measured(repository), byHand(repository)]);
    expect(ours).toMatchObject(hand);
  });

  test("never rises when a test is removed, and is of the same whole", async () => {
    const chain = (
      await Promise.all(
        ([["high", "low", "flood"], ["high", "low"], ["high"]] as const).map((names) =>
          measured(repositoryWith({ "tests/test_flood.py": testing(...names) })),
        ),
      )
    ).map(({ total }) => total);
    for (const [at, fewer] of chain.slice(1).entries()) {
      const more = chain[at] as typeof fewer;
      expect([fewer.statements, fewer.branches]).toEqual([more.statements, more.branches]);
      expect(fewer.covered).toBeLessThanOrEqual(more.covered);
      expect(fewer.coveredBranches).toBeLessThan(more.coveredBranches);
    }
  });

  test.each([
    ["a repository that does not ask for it", { "pyproject.toml": PYPROJECT }, /does not ask for pytest-cov/],
    ["a failing test", { "tests/test_flood.py": testing("high").replace("'high'", "'low'") }, /1 test failed/],
    ["tests that do not come to their end", { "tests/test_flood.py": "import os\n\nos._exit(0)\n" }, /cut short/],
    [
      "settings that cannot be read",
      { "pyproject.toml": SETTINGS.replace("branch = true", 'branch = "perhaps"') },
      /branch/,
    ],
  ])("is none for %s, and says why", async (_, change, why) => {
    expect(await coverageOf(repositoryWith(change as Record<string, string>))).toEqual({
      reason: expect.stringMatching(why),
    });
  });

  test("does not turn its own warnings into results of tests that let no warning pass", async () => {
    const strict = SETTINGS.replace('["tide"]', '["tide", "never_imported"]').concat(
      '\n[tool.pytest.ini_options]\nfilterwarnings = ["error"]\n',
    );
    expect((await measured(repositoryWith({ "pyproject.toml": strict }))).total.covered).toBeGreaterThan(0);
  });

  test("is not asked for when single files are proved", async () => {
    const proof = await driver.prove(repositoryWith(), ["src/tide/flood.py", "tests/test_flood.py"]);
    expect(proof.coverage).toBeNull();
  });
});

/** Tests that want a better figure: what they do while they run, as a part of a file of tests. */
const FORGERIES: readonly (readonly [string, string])[] = [
  ["print one", 'print(\'{"total": {"statements": 1, "covered": 1}}\')\nprint("TOTAL 100%")'],
  ["write a data file and a report", 'for name in (".coverage", "coverage.json"):\n    open(name, "w").write("100")'],
  [
    "put a coverage library of their own beside our programs",
    'for name in ("coverage", "json", "subprocess", "sitecustomize"):\n    open(f"/job/proof/{name}.py", "w").write("raise SystemExit(0)")',
  ],
  ["hide modules that no test has loaded", "import sys\nsys.modules.pop('tide', None)"],
  [
    "rewrite the settings in memory",
    "import coverage\ncoverage.Coverage.current().config.report_exclude_list = ['.*']",
  ],
  ["stop the measurement", "import coverage\ncoverage.Coverage.current().stop()"],
];

describe("tests that", { timeout: 300_000 }, () => {
  let honest: MeasuredCoverage;
  beforeAll(async () => {
    if (image) honest = await measured(repositoryWith());
  }, 300_000);

  test.each(FORGERIES)("%s get no better figure for it", async (_, does) => {
    const body = does.replaceAll(/^/gm, "    ");
    const forged = await coverageOf(
      repositoryWith({ "tests/test_forges.py": `def test_forges() -> None:\n${body}\n` }),
    );
    if (!forged || !isMeasured(forged)) return;
    expect([forged.total.statements, forged.total.branches]).toEqual([honest.total.statements, honest.total.branches]);
    expect(forged.total.covered).toBeLessThanOrEqual(honest.total.covered);
  });

  test.each([
    ["sources", 'open("src/tide/flood.py", "a").write("# pragma: no cover\\n")', "src/tide/flood.py"],
    ["settings", 'open(".coveragerc", "w").write("[run]\\nsource = tests\\n")', ".coveragerc"],
  ])("change %s while they run get no figure", async (_, does, path) => {
    const forged = repositoryWith({ "tests/test_forges.py": `def test_forges() -> None:\n    ${does}\n` });
    expect(await coverageOf(forged)).toEqual({ reason: expect.stringContaining(path) });
  });

  test("claim lines that never ran can claim no line that is not there", async () => {
    const claims = `import coverage


def test_claims() -> None:
    data = coverage.Coverage.current().get_data()
    arcs = [(a, b) for a in range(-1, 20) for b in range(-1, 20)]
    data.add_arcs({file: arcs for file in [*data.measured_files(), "/job/repository/src/tide/invented.py"]})
`;
    const claimed = await measured(repositoryWith({ "tests/test_forges.py": claims }));
    expect(claimed.files.map(({ path, statements }) => [path, statements])).toEqual(
      honest.files.map(({ path, statements }) => [path, statements]),
    );
    expect(claimed.total.covered).toBeLessThanOrEqual(honest.total.statements);
  });
});
