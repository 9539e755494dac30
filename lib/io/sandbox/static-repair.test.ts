import fc from "fast-check";
import { expect, test } from "vitest";
import type { FileUnderCheck } from "#lib/core/checks/check.ts";
import { outline } from "#lib/core/python/outline.ts";
import { findingCount } from "#lib/core/repair/repair.ts";
import { staticChecks } from "./static-checks.ts";
import { staticRepair } from "./static-repair.ts";

const PYPROJECT = `[project]
name = "pkg"
dependencies = ["fastapi>=0.141,<1"]
[dependency-groups]
test = ["pytest>=9"]
[tool.ruff]
line-length = 100
[tool.ruff.lint]
select = ["E", "F", "I", "UP", "B", "S", "W", "RUF"]
`;

const GOOD = `"""Prices of stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pkg.domain import Night

MARKUP = {
    "weekend": Decimal("1.2"),  # Friday and Saturday
    "weekday": Decimal(1),
}


@dataclass(frozen=True)
class Quote:
    """What a stay costs."""

    total: Decimal
    nights: int


def quote(nights: Sequence[Night], *, rate: Decimal) -> Quote:
    """The price of a stay: "it's" the sum of its nights."""
    total = Decimal(0)
    for night in nights:
        if night.weekend:
            total += rate * MARKUP["weekend"]
        else:
            total += rate * MARKUP["weekday"]
    return Quote(total=total, nights=len(nights))
`;

const base: FileUnderCheck = {
  path: "src/pkg/pricing.py",
  text: GOOD,
  layer: "service",
  floorMinor: 12,
  packageName: "pkg",
  contract: outline(GOOD),
  pyproject: PYPROJECT,
  modules: ["pkg", "pkg.pricing", "pkg.domain", "pkg.api.app", "pkg.stays"],
  paths: ["pyproject.toml", "src/pkg/pricing.py"],
};
const SYMBOLS = {
  Night: ["pkg.domain"],
  quote: ["pkg.pricing"],
  Stay: ["pkg.domain", "pkg.stays"],
  app: ["pkg.api.app"],
};
const parses = () => null;
const judge = (text: string) => staticChecks({ ...base, text }, parses);
const mend = (text: string, change: Partial<FileUnderCheck> = {}) =>
  staticRepair({ ...base, ...change, text }, SYMBOLS, parses);

/** What people and agents do to good code on the way into a text field. */
const DAMAGE: Record<string, (text: string) => string> = {
  "a fence": (text) => `\`\`\`python\n${text}\`\`\`\n`,
  "talk around a fence": (text) => `Here is the file:\n\n\`\`\`python\n${text}\`\`\`\n\nIt keeps the contract.\n`,
  "a byte order mark and CRLF": (text) =>
    `\ufeff${text.replaceAll("\n", "\r\n").replace("total: Decimal", "total:Decimal")}`,
  "smart quotes": (text) => text.replaceAll('"weekend"', "“weekend”"),
  "no-break spaces": (text) => text.replace("for night in", "for\u00a0night\u00a0in"),
  "missing colons": (text) => text.replace("night.weekend:", "night.weekend").replace("else:", "else"),
  "a bracket left open": (text) => text.trimEnd().slice(0, -1),
  "a brace left open": (text) => text.replace("}\n", "\n"),
  tabs: (text) => text.replaceAll("    ", "\t").replace("\n\tnights: int", "\n        nights: int"),
  "an import of the standard library less": (text) => text.replace("from decimal import Decimal\n", ""),
  "an import of the repository less": (text) => text.replace("from pkg.domain import Night\n", ""),
  "all imports gone": (text) => text.replace(/^from .*\n/gm, ""),
  "imports in another order": (text) =>
    text
      .replace(/^from collections.*\n/m, "")
      .replace(
        "from decimal",
        "from pkg.domain import Night\nimport os, sys\nfrom collections.abc import Sequence\nfrom decimal",
      ),
  "loose formatting": (text) => text.replaceAll(" = ", "=").replaceAll("\n\n\n", "\n"),
  "spaces at line ends": (text) => text.replaceAll(":\n", ":  \n"),
};

test.for(Object.entries(DAMAGE))("%s is mended until nothing is left to find", ([, damage]) => {
  const text = damage(GOOD);
  expect(findingCount(judge(text))).toBeGreaterThan(0);
  const made = mend(text);
  expect(made?.after).toBe(0);
  expect(made?.text).toBe(GOOD);
  expect(made?.reasons.length).toBeGreaterThan(0);
});

test("a text without findings is left alone, odd as it may be", () => {
  const quoted = GOOD.replace("What a stay costs.", "What a “stay” costs now: ``` and a\ttab.");
  expect(judge(quoted).flatMap(({ findings }) => findings)).toEqual([]);
  expect(mend(quoted)).toBeNull();
  expect(mend(GOOD)).toBeNull();
});

test("what is used of a name tells which of two things of that name is meant", () => {
  const importFor = (line: string) =>
    /^(?:from|import) .*datetime.*$/m.exec(mend(`${GOOD}\n\n${line}\n`)?.text ?? "")?.[0];
  expect(importFor("NOW = datetime.now(tz=None)")).toBe("from datetime import datetime");
  expect(importFor("DAY = datetime.timedelta(days=1)")).toBe("import datetime");
  expect(importFor("DAY = [datetime.timedelta(1), datetime.now(tz=None)]")).toBeUndefined();
});

test("a module of the repository is imported under its own name where it is used as one", () => {
  expect(mend(`${GOOD}\n\nNIGHT = stays.NIGHT\n`)?.text).toContain("from pkg import stays");
  expect(mend(`${GOOD}\n\nNIGHTS = [*stays]\n`)?.text ?? "").not.toContain("import stays");
});

test("a missing colon goes before the comment of its line", () => {
  const text = GOOD.replace("else:", "else  # by day");
  expect(mend(text)?.text).toBe(GOOD.replace("else:", "else:  # by day"));
});

test("what would be a guess is not made", () => {
  for (const line of ["CACHE: Stay | None = None", "NOW = datetime.resolution", "VALUE = token.strip()", "APP = app"])
    expect(mend(`${GOOD}\n\n${line}\n`)?.text ?? "").not.toMatch(/import (Stay|datetime|token|app)/);
});

test("a name that the floor version does not have at its home is not imported from there", () => {
  const text = `${GOOD}\n\nMODES = StrEnum("MODES", ["DAY", "NIGHT"])\n`;
  expect(mend(text)?.text).toContain("from enum import StrEnum");
  expect(mend(text, { floorMinor: 10 })?.text ?? "").not.toContain("import StrEnum");
});

test("dangerous code stays found: a repair never hides it", () => {
  const made = mend(`\`\`\`python\n${GOOD}\n\ndef run(text):\n    return eval( text )\n\`\`\``);
  expect(made && judge(made.text).find(({ check }) => check === "security")?.status).toBe("fail");
});

test("whatever is broken, a repair has no more findings, keeps every public name, and is done after one", () => {
  const edit = fc.record({
    at: fc.integer({ min: 0, max: GOOD.length }),
    drop: fc.integer({ min: 0, max: 12 }),
    put: fc.constantFrom(
      "",
      " ",
      "\n",
      ":",
      "(",
      ")",
      '"',
      "“",
      "\t",
      "#",
      "```\n",
      "import os\n",
      "x",
      "\u00a0",
      "\\",
    ),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const text = edits.reduce((all, { at, drop, put }) => `${all.slice(0, at)}${put}${all.slice(at + drop)}`, GOOD);
      const before = judge(text);
      const made = mend(text);
      if (!made) return;
      const after = judge(made.text);
      const syntax = (outcomes: typeof after) => outcomes.find(({ check }) => check === "syntax")?.findings.length ?? 0;
      expect(syntax(after)).toBeLessThanOrEqual(syntax(before));
      if (syntax(before) === 0) {
        expect(findingCount(after)).toBeLessThan(findingCount(before));
        const names = (source: string) => outline(source).items.map(({ name }) => name);
        if (outline(text).faults.length === 0) expect(names(made.text)).toEqual(names(text));
      }
      expect(mend(made.text)).toBeNull();
    }),
    { numRuns: 400 },
  );
});

test("many faults of one kind are mended together, and a text too long to read again and again is left to people", () => {
  const many = `${GOOD}\n\n${Array.from({ length: 60 }, (_, at) => `def f${at}() -> int\n    return ${at}\n`).join("\n\n")}`;
  expect(mend(many, { contract: null })).toMatchObject({ after: 0, reasons: ["Added the missing colons."] });
  expect(mend(`${GOOD}${"# x\n".repeat(10_000)}x=1\n`)).toBeNull();
});

test("other files lose what was pasted around them", () => {
  const path = "docs/settings.json";
  const made = mend('```json\n{"a": 1}\n```\n', { path, contract: null });
  expect(made?.text).toBe('{"a": 1}\n');
});
