import fc from "fast-check";
import { expect, test } from "vitest";
import { render } from "#lib/wizard/toolbox.ts";
import { examples } from "../catalog/examples.ts";
import { closureDigest, closureOf, importedBy, testsOf } from "./closure.ts";
import type { RepositoryUnderCheck } from "./proof.ts";
import { repositoryUnderCheck } from "./repository-under-check.ts";

const [service] = examples as [(typeof examples)[number]];
const { design, blueprint } = render(service.answers);
const texts = new Map(blueprint.tasks.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])));
const repository = repositoryUnderCheck(design, blueprint, texts);
const python = repository.files.map(({ path }) => path).filter((path) => path.endsWith(".py"));
const anyPath = fc.constantFrom(...repository.files.map(({ path }) => path));

const changed = (path: string, add = "\n# changed\n"): RepositoryUnderCheck => ({
  ...repository,
  files: repository.files.map((file) => (file.path === path ? { ...file, text: file.text + add } : file)),
});

test("a change outside what a verdict depends on leaves its key, a change inside makes another", () => {
  fc.assert(
    fc.property(fc.constantFrom("pyproject.toml", ...python), anyPath, (path, other) => {
      const same = closureDigest(changed(other), path) === closureDigest(repository, path);
      expect(same).toBe(!closureOf(repository, path).has(other));
    }),
    { numRuns: 60 },
  );
});

test("a file that is not there yet belongs to what a verdict depends on", () => {
  const settings = "src/clinic_booking/settings.py";
  const without = repositoryUnderCheck(design, blueprint, new Map([...texts].filter(([path]) => path !== settings)));
  expect(closureOf(without, "tests/unit/test_settings.py")).toContain(settings);
  expect(closureDigest(without, "tests/unit/test_settings.py")).not.toBe(
    closureDigest(repository, "tests/unit/test_settings.py"),
  );
});

test("a module depends on the packages it stands in and on what it imports, and on nothing else", () => {
  expect([...importedBy(repository, "src/clinic_booking/domain/rules.py")].sort()).toEqual([
    "src/clinic_booking/__init__.py",
    "src/clinic_booking/domain/__init__.py",
    "src/clinic_booking/domain/errors.py",
    "src/clinic_booking/domain/rules.py",
  ]);
});

test("the tests of a file are those that import it, start it, or read it", () => {
  expect(testsOf(repository, "src/clinic_booking/pricing.py")).toEqual(["tests/contract/test_pricing.py"]);
  expect(testsOf(repository, "examples/quickstart.py")).toEqual(["tests/integration/test_quickstart.py"]);
  expect(testsOf(repository, "src/clinic_booking/migrations/versions/0001_initial.py")).toContain(
    "tests/integration/test_migrations.py",
  );
  expect(testsOf(repository, "docs/errors.md")).toContain("tests/contract/test_documentation.py");
  expect(testsOf(repository, "tests/unit/test_auth.py")).toEqual(["tests/unit/test_auth.py"]);
});

test("a conftest reaches the tests of its folder and below, and no others", () => {
  const below = testsOf(repository, "tests/integration/conftest.py");
  expect(below.length).toBeGreaterThan(3);
  expect(below.every((path) => path.startsWith("tests/integration/"))).toBe(true);
  expect(testsOf(repository, "tests/conftest.py")).toEqual(
    python.filter((path) => /\/test_[^/]*\.py$/.test(path)).sort(),
  );
});
