import { describe, expect, test } from "vitest";
import { exampleById } from "#lib/core/catalog/examples.ts";
import type { CheckId, Outcome } from "#lib/core/checks/check.ts";
import type { Proof, RepositoryUnderCheck } from "#lib/core/checks/proof.ts";
import { repositoryUnderCheck } from "#lib/core/checks/repository-under-check.ts";
import { PYPROJECT, tideRepository } from "#lib/core/checks/tide.fixture.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { driver } from "./driver.fixture.ts";

function example(id: string): RepositoryUnderCheck {
  const { design, blueprint } = render(exampleById(id)!.answers);
  const written = blueprint.tasks.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const]));
  return repositoryUnderCheck(design, blueprint, new Map(written));
}

const all = ({ files }: RepositoryUnderCheck) => files.map(({ path }) => path);
const of = (proof: Proof, path: string, check: CheckId): Outcome =>
  proof.outcomes[path]?.find((one) => one.check === check) as Outcome;
const judge = async (path: string, check: CheckId, texts: Record<string, string> = {}): Promise<Outcome> =>
  of(await driver.prove(tideRepository(texts), [path]), path, check);

describe("a generated repository", { timeout: 600_000 }, () => {
  test.each(["clinic-booking", "tidewindow"])("%s is proved green, file by file", async (id) => {
    const repository = example(id);
    const labels = new Set<string>();
    const proof = await driver.prove(repository, all(repository), {
      onSteps(steps) {
        for (const { label } of steps) labels.add(label);
      },
    });
    const unproved = Object.entries(proof.outcomes).flatMap(([path, outcomes]) =>
      outcomes.flatMap(({ check, status, reason: why, findings }) =>
        status === "pass" || status === "skipped" ? [] : [{ path, check, status, why, findings }],
      ),
    );
    expect(unproved).toEqual([]);
    const code = all(repository).filter((path) => path.startsWith("src/") && path.endsWith(".py"));
    for (const path of code)
      for (const check of ["types", "tests"] as const)
        expect([path, of(proof, path, check).status]).toEqual([path, "pass"]);
    expect(of(proof, "pyproject.toml", "build")).toMatchObject({ status: "pass", sandbox: "docker" });
    expect(proof.steps.every(({ state }) => state === "done")).toBe(true);
    expect(labels).toEqual(new Set(proof.steps.map(({ label }) => label)));
  });

  test("its integration tests run against a real PostgreSQL, migrations and races included", async () => {
    const repository = example("clinic-booking");
    const tests = all(repository).filter((path) => path.startsWith("tests/integration/test_"));
    const proof = await driver.prove(repository, tests);
    for (const path of tests) {
      const { counts, status } = of(proof, path, "tests");
      expect([path, status, counts?.skipped, counts?.failed]).toEqual([path, "pass", 0, 0]);
      expect(counts?.passed).toBeGreaterThan(0);
    }
  });
});

test("two proofs of the same contents are equal", async () => {
  const repository = tideRepository();
  const [one, other] = await Promise.all([1, 2].map(() => driver.prove(repository, all(repository))));
  expect(one?.outcomes).toEqual(other?.outcomes);
});

test("what needs a planned file that is missing waits for its task, and nothing else does", async () => {
  const paths = ["src/tide/later.py", "src/tide/windows.py", "tests/test_later.py", "tests/test_windows.py"];
  const proof = await driver.prove(tideRepository(), paths);
  for (const [path, check] of [
    ["src/tide/later.py", "types"],
    ["src/tide/later.py", "tests"],
    ["tests/test_later.py", "tests"],
  ] as const)
    expect(of(proof, path, check)).toMatchObject({ status: "skipped", reason: expect.stringContaining("TASK-009") });
  expect(of(proof, "src/tide/windows.py", "tests")).toMatchObject({ status: "partial", counts: { passed: 1 } });
  expect(of(proof, "tests/test_windows.py", "tests").status).toBe("pass");
});

test("a failure is told at the line of the test, and at the line of the code it went through", async () => {
  const broken = {
    "src/tide/sills.py": "SILL = 3\n\n\ndef clears(height: int) -> bool:\n    raise ValueError(height)\n",
  };
  const proof = await driver.prove(tideRepository(broken), ["src/tide/sills.py", "tests/test_sills.py"]);
  expect(of(proof, "src/tide/sills.py", "tests")).toMatchObject({ status: "fail", findings: [{ line: 5 }] });
  expect(of(proof, "tests/test_sills.py", "tests")).toMatchObject({
    status: "fail",
    findings: [{ line: 5, message: expect.stringContaining("ValueError: 4") }],
    counts: { failed: 1 },
  });
});

test("a broken test file does not silence the others", async () => {
  const broken = { "tests/test_sills.py": "from tide.nowhere import clears\n" };
  const proof = await driver.prove(tideRepository(broken), ["tests/test_sills.py", "tests/test_windows.py"]);
  expect(of(proof, "tests/test_sills.py", "tests")).toMatchObject({
    status: "fail",
    findings: [{ code: "test-import", line: 1 }],
  });
  expect(of(proof, "tests/test_windows.py", "tests").status).toBe("pass");
});

test("rules that need a file's place in the tree are the linter's of the container", async () => {
  const strict = PYPROJECT.replace("line-length = 100", 'line-length = 100\nlint.select = ["INP"]');
  const outcome = await judge("tests/test_sills.py", "style", { "pyproject.toml": strict });
  expect(outcome).toMatchObject({ status: "fail", findings: [{ code: "INP001" }] });
});

test("a package whose code reaches no wheel is not built", async () => {
  const empty = PYPROJECT.concat('\n[tool.hatch.build.targets.wheel]\npackages = ["src/ebb"]\n');
  const proof = await driver.prove(tideRepository({ "pyproject.toml": empty }, { missing: [] }), ["pyproject.toml"]);
  expect(of(proof, "pyproject.toml", "build")).toMatchObject({
    status: "fail",
    findings: [{ line: empty.split("\n").findIndex((line) => line.includes("src/ebb")) + 1 }],
  });
});

test("a workflow that runs what a stranger wrote is refused, at its line", async () => {
  const path = ".github/workflows/ci.yml";
  const text = `name: CI
on: [issues]
permissions: {}
jobs:
  greet:
    runs-on: ubuntu-24.04
    steps:
      - run: echo "\${{ github.event.issue.title }}"
`;
  expect(await judge(path, "security", { [path]: text })).toMatchObject({
    status: "fail",
    findings: expect.arrayContaining([expect.objectContaining({ code: "template-injection", line: 8 })]),
  });
});

test.each([
  ["never ends", "while True:\n        pass", "time limit"],
  ["takes all memory", "hoard = [bytes([at]) * 50_000_000 for at in range(60)]", "memory limit"],
])("a test that %s is told so, and its neighbours are judged", async (_, body, ended) => {
  const bad = { "tests/test_sills.py": `def test_bad() -> None:\n    ${body}\n` };
  const proof = await driver.prove(tideRepository(bad), ["tests/test_sills.py", "tests/test_windows.py"]);
  expect(of(proof, "tests/test_sills.py", "tests")).toMatchObject({ status: "fail", ended });
  expect(of(proof, "tests/test_windows.py", "tests").status).toBe("pass");
});

test("a process that a test leaves behind neither holds the run nor reaches the next step", async () => {
  const daemon =
    "import os\nimport time\n\n\ndef test_leaves() -> None:\n    if os.fork() == 0:\n        os.setsid()\n        time.sleep(600)\n        os._exit(0)\n";
  expect((await judge("tests/test_windows.py", "tests", { "tests/test_windows.py": daemon })).status).toBe("pass");
});

test("a proof that is given up ends at once, with the reason it was given up for", async () => {
  const leaving = new AbortController();
  const repository = tideRepository();
  const proof = driver.prove(repository, all(repository), { signal: leaving.signal });
  setTimeout(() => leaving.abort(new Error("not wanted any more")), 300);
  await expect(proof).rejects.toThrow("not wanted any more");
});
