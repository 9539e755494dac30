import { afterAll, expect, test } from "vitest";
import type { FileUnderCheck, Outcome } from "#lib/core/checks/check.ts";
import { verdict } from "#lib/core/checks/verdict.ts";
import { outline } from "#lib/core/python/outline.ts";
import { checkStatically, closeEmbedded } from "./embedded.ts";

afterAll(closeEmbedded);

const PYPROJECT = `[project]
name = "pkg"
dependencies = ["fastapi>=0.141,<1", "pydantic-settings>=2"]
[dependency-groups]
test = ["pytest>=9"]
[tool.ruff]
line-length = 100
[tool.ruff.lint]
select = ["E", "F", "I", "UP", "B", "S"]
[tool.ruff.lint.per-file-ignores]
"tests/**" = ["S101"]
`;

const GOOD = `"""Prices of stays."""

from decimal import Decimal


def quote(nights: int) -> Decimal:
    """The price of a stay."""
    return Decimal(nights)
`;

const base: FileUnderCheck = {
  path: "src/pkg/pricing.py",
  text: GOOD,
  layer: "service",
  floorMinor: 12,
  packageName: "pkg",
  contract: outline(GOOD),
  pyproject: PYPROJECT,
  modules: ["pkg", "pkg.pricing", "pkg.domain", "pkg.api", "pkg.api.app"],
  paths: ["pyproject.toml", "README.md", "src/pkg/pricing.py"],
};

const check = (change: Partial<FileUnderCheck>) => checkStatically({ ...base, ...change });
const failed = (outcomes: Outcome[]) => outcomes.filter(({ status }) => status === "fail").map((one) => one.check);
const replaced = (from: string, to: string) => GOOD.replace(from, to);

test("a good file passes every static check, and what would run code is skipped with its reason", async () => {
  const outcomes = await check({});
  expect(failed(outcomes)).toEqual([]);
  expect(
    outcomes.filter(({ status }) => status === "skipped").map((one) => [one.check, one.reason?.includes("Docker")]),
  ).toEqual([
    ["types", true],
    ["tests", true],
  ]);
  expect(verdict(outcomes).accept).toBe("yes");
});

const FAULTS: [string, Partial<FileUnderCheck>, string, number, string][] = [
  ["a broken statement", { text: `${GOOD}def broken(:\n    pass\n` }, "syntax", 9, "no"],
  ["an await outside of a coroutine", { text: `${GOOD}value = await quote(1)\n` }, "syntax", 9, "no"],
  ["a return outside of a function", { text: `${GOOD}return 1\n` }, "syntax", 9, "no"],
  ["syntax newer than the floor", { text: `${GOOD}type Price = Decimal\n`, floorMinor: 11 }, "syntax", 9, "no"],
  [
    "code after an f-string reuse that 3.11 cannot read",
    { text: `${GOOD}x = f"{"a"}"\n`, floorMinor: 11 },
    "syntax",
    9,
    "no",
  ],
  ["a missing function of the contract", { text: replaced("def quote", "def price") }, "contract", 1, "acknowledged"],
  [
    "another signature than the contract's",
    { text: replaced("nights: int", "nights: str") },
    "contract",
    6,
    "acknowledged",
  ],
  [
    "an undeclared dependency",
    { text: replaced("from decimal", "import requests\nfrom decimal") },
    "imports",
    3,
    "acknowledged",
  ],
  [
    "a module that the plan does not have",
    { text: replaced("from decimal", "from pkg.nowhere import x\nfrom decimal") },
    "imports",
    3,
    "acknowledged",
  ],
  [
    "a domain that imports a framework",
    { text: replaced("from decimal", "import fastapi\nfrom decimal"), layer: "domain" },
    "imports",
    3,
    "acknowledged",
  ],
  [
    "a service that imports the API",
    { text: replaced("from decimal", "from pkg.api import app\nfrom decimal") },
    "imports",
    3,
    "acknowledged",
  ],
  [
    "unformatted code",
    { text: replaced("return Decimal(nights)", "return  Decimal( nights )") },
    "style",
    8,
    "acknowledged",
  ],
  ["an unused import", { text: replaced("from decimal", "import os\nfrom decimal") }, "style", 3, "acknowledged"],
  [
    "eval of input",
    { text: replaced("return Decimal(nights)", 'return Decimal(eval("nights"))') },
    "security",
    8,
    "no",
  ],
  [
    "a shell",
    {
      text: replaced(
        "return Decimal(nights)",
        'import subprocess\n\n    subprocess.run("ls", shell=True)\n    return Decimal(nights)',
      ),
    },
    "security",
    10,
    "no",
  ],
  [
    "SQL built from a string",
    {
      text: replaced("return Decimal(nights)", 'sql = f"SELECT * FROM t WHERE n = {nights}"\n    return Decimal(sql)'),
    },
    "security",
    8,
    "no",
  ],
  ["a private key in a comment", { text: `${GOOD}# -----BEGIN RSA PRIVATE KEY-----\n` }, "security", 9, "no"],
  ["a random-looking password", { text: `${GOOD}\nDB_PASSWORD = "x9Kq72LmPz04RtWv"\n` }, "security", 10, "no"],
  ["broken TOML", { path: "pyproject.toml", text: "[project\nname = 1\n", contract: null }, "syntax", 1, "no"],
  [
    "a key twice in YAML",
    { path: ".github/workflows/ci.yml", text: "on: push\njobs: {}\non: pull\n", contract: null },
    "syntax",
    3,
    "no",
  ],
  [
    "broken JSON",
    { path: ".devcontainer/devcontainer.json", text: '{\n  "a": 1,\n}\n', contract: null },
    "syntax",
    3,
    "no",
  ],
];

test.each(FAULTS)("%s fails the right check at the right line", async (_, change, expected, line, accept) => {
  const outcomes = await check(change);
  expect(failed(outcomes)).toContain(expected);
  const findings = outcomes.find((one) => one.check === expected)?.findings ?? [];
  expect(findings.map((one) => one.line)).toContain(line);
  expect(verdict(outcomes).accept).toBe(accept);
});

test("a text that breaks the reader is an honest failure, and the next text is read as if nothing had been", async () => {
  const bomb = await check({ text: `x = ${"(".repeat(20_000)}1${")".repeat(20_000)}\n` });
  expect(failed(bomb)[0]).toBe("syntax");
  expect(failed(await check({}))).toEqual([]);
});

test("nothing of a draft is ever run", async () => {
  const outcomes = await check({ text: `${GOOD}\nimport sys\n\nsys.exit(3)\nwhile True:\n    pass\n` });
  expect(outcomes.find((one) => one.check === "syntax")?.status).toBe("pass");
});

test("a file over the limit is refused before anyone reads it", async () => {
  const outcomes = await check({ text: `# ${"x".repeat(300_000)}\n` });
  expect(outcomes[0]?.findings[0]?.code).toBe("too-large");
});

test("a faulty line is named once, and what was pasted along with code by its name", async () => {
  const faults = async (text: string) =>
    (await check({ text })).flatMap(({ findings }) => findings.map(({ line, mend }) => [line, mend]));
  expect(await faults(`\`\`\`python\n${GOOD}`)).toEqual([[1, expect.stringContaining("Markdown fence")]]);
  const merged = await faults(replaced("    return", "<<<<<<< ours\n    return"));
  expect(merged[0]).toEqual([8, expect.stringContaining("merge")]);
  expect(new Set(merged.map(([line]) => line)).size).toBe(merged.length);
});
