import type { CheckFinding, CheckId, FileUnderCheck } from "#lib/core/checks/check.ts";
import { verdict } from "#lib/core/checks/verdict.ts";
import { staticChecks } from "./static-checks.ts";

const PYPROJECT = `[project]
name = "pkg"
version = "0.1.0"
dependencies = ["fastapi>=0.141,<1", "sqlalchemy>=2.1"]
[dependency-groups]
test = ["pytest>=9", "httpx>=0.28"]
[tool.ruff]
line-length = 100
`;

/** A file of a small service; change what the test is about. */
export const fileWith = (change: Partial<FileUnderCheck>): FileUnderCheck => ({
  path: "src/pkg/stays.py",
  text: "",
  layer: "service",
  floorMinor: 12,
  packageName: "pkg",
  contract: null,
  pyproject: PYPROJECT,
  modules: [
    "pkg",
    "pkg.stays",
    "pkg.domain",
    "pkg.domain.stay",
    "pkg.api",
    "pkg.api.app",
    "pkg.db",
    "tests",
    "tests.samples",
  ],
  paths: [
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "Dockerfile",
    "docs/index.md",
    "docs/errors.md",
    "src/pkg/stays.py",
  ],
  ...change,
});

/** What the static checks say about a file, in this process; without CPython's parser, which only the child has. */
export function judge(change: Partial<FileUnderCheck>) {
  const outcomes = staticChecks(fileWith(change), () => null);
  const findings = (check: CheckId): CheckFinding[] => outcomes.find((one) => one.check === check)?.findings ?? [];
  return {
    outcomes,
    findings,
    failing: outcomes.filter(({ status }) => status === "fail").map(({ check }) => check),
    codes: (check: CheckId) => findings(check).map(({ code }) => code),
    accept: verdict(outcomes).accept,
  };
}
