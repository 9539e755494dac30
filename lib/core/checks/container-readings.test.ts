import { expect, test } from "vitest";
import type { CommandResult, Toolchain } from "./container-check.ts";
import { packageBuild } from "./package-build.ts";
import type { RepositoryUnderCheck } from "./proof.ts";
import { testRun } from "./test-plan.ts";
import { PYPROJECT, tideRepository as repositoryOf } from "./tide.fixture.ts";
import { typeCheck } from "./type-check.ts";

const toolchain: Toolchain = {
  pythonMinor: 13,
  versions: { mypy: "2.4.1", pytest: "9.2.0", python: "3.13.5" },
  programs: {},
  secret: () => "the-secret-of-this-job",
};

const result = (stdout: string, exitCode: number | null = 0, more: Partial<CommandResult> = {}): CommandResult => ({
  id: "one",
  exitCode,
  stdout,
  stderr: "",
  ended: null,
  ...more,
});

const error = (file: string, line: number) =>
  JSON.stringify({ file, line, column: 4, message: "wrong", hint: null, code: "assignment", severity: "error" });

test("a type error fails its own file at its line, and the others pass", () => {
  const plan = typeCheck.plan(repositoryOf(), ["src/tide/sills.py", "src/tide/windows.py"], toolchain);
  const { outcomes } = plan.read([result(error("src/tide/sills.py", 3), 1)]);
  expect(outcomes.get("src/tide/sills.py")).toMatchObject({ status: "fail", findings: [{ line: 3, column: 5 }] });
  expect(outcomes.get("src/tide/windows.py")).toMatchObject({ status: "pass", tool: "mypy 2.4.1" });
});

test.each([
  ["an exit code without the errors it tells of", result("", 1)],
  ["errors with the exit code of a success", result(error("src/tide/other.py", 1), 0)],
  ["no result", undefined],
  ["a time limit", result("", null, { ended: "time limit" })],
  ["a crash", result("", 2, { stderr: "INTERNAL ERROR" })],
])("%s is never a pass of the type check", (_, said) => {
  const plan = typeCheck.plan(repositoryOf(), ["src/tide/sills.py"], toolchain);
  expect(plan.read(said ? [said] : []).outcomes.get("src/tide/sills.py")?.status).toBe("fail");
});

test("what stops the type checker is told to the files that import it; the others are checked again", () => {
  const paths = ["src/tide/sills.py", "src/tide/windows.py", "src/tide/__init__.py"];
  const plan = typeCheck.plan(repositoryOf(), paths, toolchain);
  const { outcomes, again } = plan.read([result(error("src/tide/sills.py", 1), 2)]);
  expect(outcomes.get("src/tide/sills.py")?.status).toBe("fail");
  expect(outcomes.get("src/tide/windows.py")).toMatchObject({
    status: "skipped",
    reason: expect.stringContaining("src/tide/sills.py"),
  });
  expect(again?.job?.commands[0]?.argv.slice(-1)).toEqual(["src/tide/__init__.py"]);
});

test("types wait for a missing file, and skip what the repository leaves out", () => {
  const paths = ["src/tide/later.py", "docs/conf.py"];
  const { known, job } = typeCheck.plan(repositoryOf(), paths, toolchain);
  expect(job).toBeNull();
  expect(known.get("src/tide/later.py")?.reason).toBe(
    "Waits for TASK-009 (src/tide/unwritten.py), which this needs and which has no text yet.",
  );
  expect(known.get("docs/conf.py")?.reason).toContain("leaves this file out");
});

test("a plugin of the repository's own does not judge its types", () => {
  const own = `${PYPROJECT}plugins = ["./tools/lenient.py"]\n`;
  const { known, job } = typeCheck.plan(repositoryOf({ "pyproject.toml": own }), ["src/tide/sills.py"], toolchain);
  expect([job, known.get("src/tide/sills.py")?.status]).toEqual([null, "skipped"]);
});

const counts = { collected: 1, passed: 1, failed: 0, skipped: 0, deselected: 0 };

const report = (change: object = {}) => ({
  exit: 1,
  ended: null,
  at: null,
  finished: true,
  tampered: null,
  files: { "tests/test_sills.py": counts, "tests/test_windows.py": counts },
  failures: [],
  skips: {},
  canaries: { "tests/test_sills.py": true, "tests/test_windows.py": true },
  database: null,
  coverage: null,
  output: "",
  ...change,
});

const told = (change: object = {}) => result(`noise\nthe-secret-of-this-job${JSON.stringify(report(change))}\n`);

const testsOfSills = (said: CommandResult, path = "src/tide/sills.py") =>
  testRun.plan(repositoryOf(), [path], toolchain).read([said]).outcomes.get(path);

test("the tests that reach a file run, and those that need a missing file wait", () => {
  expect(testsOfSills(told())).toMatchObject({
    status: "partial",
    counts: { passed: 2, failed: 0, skipped: 0 },
    reason: expect.stringContaining("TASK-009"),
  });
  expect(testsOfSills(told(), "tests/test_sills.py")?.status).toBe("pass");
});

test.each([
  ["a report without the secret", result(JSON.stringify(report()))],
  ["a report that does not end", result("the-secret-of-this-job{", 0)],
  ["a session that did not finish", told({ finished: false })],
  ["a session that ended with success although a test must fail", told({ exit: 0 })],
  ["an internal error", told({ exit: 3 })],
  ["strangers in the report", told({ tampered: "something else wrote into the report" })],
  ["a file of which no test was collected", told({ files: {} })],
  [
    "tests that were collected and did not run",
    told({ files: { "tests/test_sills.py": { ...counts, collected: 2 } } }),
  ],
  [
    "tests that were all deselected",
    told({ files: { "tests/test_sills.py": { ...counts, passed: 0, deselected: 1 } } }),
  ],
  ["tests that were all skipped", told({ files: { "tests/test_sills.py": { ...counts, passed: 0, skipped: 1 } } })],
  ["a test that must fail and is reported as passed", told({ canaries: {} })],
  ["a time limit", result("", null, { ended: "time limit" })],
])("%s is never a pass of the tests", (_, said) => {
  const outcome = testsOfSills(said, "tests/test_sills.py");
  expect(outcome?.status).toBe("fail");
  expect(outcome?.ended).toBeDefined();
});

const SILLS = {
  tool: "coverage 7",
  branch: false,
  floor: null,
  total: { statements: 4, covered: 3, branches: 0, coveredBranches: 0 },
  files: [],
};

/** Everything of a repository without a missing file, which asks for pytest-cov. */
const whole = repositoryOf(
  {
    "src/tide/unwritten.py": "NOW = 5\n",
    "pyproject.toml": PYPROJECT.replace('["pytest"]', '["pytest", "pytest-cov"]'),
  },
  { missing: [] },
);
const coverageAfter = (said: CommandResult, repository = whole, paths = whole.files.map(({ path }) => path)) =>
  testRun.plan(repository, paths, toolchain).read([said]).coverage;

test("a session over the whole repository that went well has the figure it tells", () => {
  expect(coverageAfter(told({ coverage: SILLS }))).toEqual(SILLS);
  expect(coverageAfter(told({ coverage: { reason: "no data" } }))).toEqual({ reason: "no data" });
});

test.each([
  ["a session that was cut short", told({ finished: false, coverage: SILLS }), /cut short/],
  ["strangers in the report", told({ tampered: "something else wrote", coverage: SILLS }), /cut short/],
  [
    "a failed test",
    told({ files: { "tests/test_sills.py": { ...counts, passed: 0, failed: 1 } }, coverage: SILLS }),
    /1 test failed/,
  ],
  ["a test that must fail and is reported as passed", told({ canaries: {}, coverage: SILLS }), /told how it ended/],
  [
    "a test that did not run",
    told({ files: { "tests/test_sills.py": { ...counts, collected: 2 } }, coverage: SILLS }),
    /told how it ended/,
  ],
  ["a database that did not start", told({ database: "no space", coverage: SILLS }), /no space/],
  ["a report without the secret", result(JSON.stringify(report({ coverage: SILLS }))), /cut short/],
])("%s is never a figure", (_, said, why) => {
  expect(coverageAfter(said)).toEqual({ reason: expect.stringMatching(why) });
});

test("what cannot be measured says why before anything runs, and single files are not asked about", () => {
  const silent = repositoryOf({}, { missing: [] });
  expect(coverageAfter(told(), silent)).toEqual({ reason: expect.stringContaining("pytest-cov") });
  expect(coverageAfter(told(), repositoryOf({ "pyproject.toml": whole.files[0]?.text as string }))).toEqual({
    reason: expect.stringContaining("TASK-009"),
  });
  expect(coverageAfter(told(), whole, ["tests/test_sills.py"])).toBeUndefined();
});

test("a failure is pinned to the test, and to the line of the file it went through", () => {
  const failures = [
    {
      file: "tests/test_sills.py",
      id: "tests/test_sills.py::test_height",
      when: "call",
      message: "ValueError: no",
      frames: [
        ["tests/test_sills.py", 7],
        ["src/tide/sills.py", 21],
      ],
    },
  ];
  const said = told({ files: { "tests/test_sills.py": { ...counts, passed: 0, failed: 1 } }, failures });
  expect(testsOfSills(said, "tests/test_sills.py")?.findings).toMatchObject([{ line: 7, code: "test-failed" }]);
  expect(testsOfSills(said)?.findings).toMatchObject([
    { line: 21, message: "test_height fails, a test in tests/test_sills.py: ValueError: no" },
  ]);
});

test("a file that ends the session is left out of the next one, in which the others run", () => {
  const plan = testRun.plan(repositoryOf(), ["tests/test_sills.py", "tests/test_windows.py"], toolchain);
  const first = plan.read([told({ ended: "time limit", at: "tests/test_sills.py::test_endless", finished: false })]);
  const second = first.again?.read([told()]);
  expect(second?.outcomes.get("tests/test_sills.py")).toMatchObject({ status: "fail", ended: "time limit" });
  expect(second?.outcomes.get("tests/test_windows.py")?.status).toBe("pass");
});

test("without the PostgreSQL it asked for, a run says so and is at most partial", () => {
  const database = "the image has no PostgreSQL";
  const some = told({ database, files: { "tests/test_sills.py": { ...counts, collected: 2, skipped: 1 } } });
  expect(testsOfSills(some, "tests/test_sills.py")).toMatchObject({
    status: "partial",
    reason: expect.stringContaining(database),
  });
  const none = told({ database, files: { "tests/test_sills.py": { ...counts, passed: 0, skipped: 1 } } });
  expect(testsOfSills(none, "tests/test_sills.py")?.status).toBe("skipped");
});

test("a design for a newer Python than the sandbox has is not tested, and says which", () => {
  const repository = repositoryOf({}, { floorMinor: 15 });
  expect(testRun.plan(repository, ["tests/test_sills.py"], toolchain).known.get("tests/test_sills.py")).toMatchObject({
    status: "skipped",
    reason: "The sandbox has Python 3.13; this design needs 3.15.",
  });
});

test("a file that no test reaches is skipped with that reason", () => {
  const { known } = testRun.plan(repositoryOf(), ["docs/conf.py"], toolchain);
  expect(known.get("docs/conf.py")).toMatchObject({ status: "skipped", reason: "No test reaches this file." });
});

const everyStage = (repository: RepositoryUnderCheck, change: (one: CommandResult) => CommandResult) => {
  const plan = packageBuild.plan(repository, ["pyproject.toml"], toolchain);
  const good = (plan.job?.commands ?? []).map(({ id }) =>
    result("<module 'tide' from '/job/installed/tide'>", 0, { id }),
  );
  return plan.read(good.map(change)).outcomes.get("pyproject.toml");
};

test("a package is built only when each stage has succeeded and the import came from the wheel", () => {
  const repository = repositoryOf({}, { missing: [] });
  expect(everyStage(repository, (one) => one)?.status).toBe("pass");
  for (const id of ["metadata", "build", "description", "contents", "install", "import"])
    expect(everyStage(repository, (one) => (one.id === id ? { ...one, exitCode: 1 } : one))?.status).toBe("fail");
  expect(everyStage(repository, (one) => (one.id === "import" ? { ...one, stdout: "" } : one))?.status).toBe("fail");
});

test("a build waits for the files of the package", () => {
  const { known } = packageBuild.plan(repositoryOf(), ["pyproject.toml"], toolchain);
  expect(known.get("pyproject.toml")?.reason).toContain("TASK-009");
});

test("a failed build is pinned to the field that its message names", () => {
  const repository = repositoryOf({}, { missing: [] });
  const stderr = "Traceback\n  File x\nValueError: Invalid version `a` from field `project.version`, see\n";
  const outcome = everyStage(repository, (one) => (one.id === "build" ? { ...one, exitCode: 1, stderr } : one));
  expect(outcome?.findings).toMatchObject([{ code: "build-build", line: 7 }]);
});
