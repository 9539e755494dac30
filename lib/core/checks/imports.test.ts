import { expect, test } from "vitest";
import { judge } from "#lib/io/sandbox/judge.fixture.ts";
import type { FileUnderCheck } from "./check.ts";

type Case = [what: string, text: string, code: string, change?: Partial<FileUnderCheck>];

const WRONG: Case[] = [
  ["an undeclared package", "import requests\n", "import-undeclared"],
  ["a package for tests only", "import pytest\n", "import-undeclared"],
  ["a package inside a function", "def f() -> None:\n    import requests\n", "import-undeclared"],
  ["a module that the plan does not have", "from pkg.nowhere import x\n", "import-missing"],
  ["a relative module that the plan does not have", "from .nowhere import x\n", "import-missing"],
  ["an import beyond the top", "from ....pkg import x\n", "import-beyond-top"],
  ["a wildcard", "from pkg.domain import *\n", "import-star"],
  ["the domain with a framework", "import fastapi\n", "import-layer", { layer: "domain" }],
  ["the domain with the database", "from pkg.db import x\n", "import-direction", { layer: "domain" }],
  [
    "the domain with a relative import of the database",
    "from ..db import x\n",
    "import-direction",
    { layer: "domain", path: "src/pkg/domain/stay.py" },
  ],
  ["the service with the interface", "from pkg import api\n", "import-direction"],
  ["the service with the interface, relatively", "from . import api\n", "import-direction"],
  ["production with its tests", "from tests.samples import stay\n", "import-direction"],
  ["a module that is too new", "import tomllib\n", "import-too-new", { floorMinor: 10 }],
  ["a name that is too new", "from typing import override\n", "import-too-new", { floorMinor: 11 }],
  ["a module that was removed", "import distutils.core\n", "import-removed"],
  ["an import by text", 'import importlib\n\nx = importlib.import_module("os")\n', "import-dynamic"],
  ["an import by the function below the statement", '__import__("os")\n', "import-dynamic"],
];

test.each(WRONG)("%s is named with its line and a way out", (_, text, code, change) => {
  const { findings, codes } = judge({ text, ...change });
  expect(codes("imports")).toContain(code);
  const found = findings("imports").find((one) => one.code === code);
  expect(text.split("\n")[(found?.line ?? 0) - 1]).toMatch(/import/);
  expect(found?.mend).toBeTruthy();
});

const RIGHT: Case[] = [
  ["the standard library", "import json\nfrom pathlib import Path\n", ""],
  ["a declared dependency and what it brings along", "import fastapi\nfrom starlette.types import ASGIApp\n", ""],
  ["an inner layer", "from pkg.domain.stay import Stay\n", ""],
  ["a relative import of an inner layer", "from .domain import stay\n", ""],
  [
    "what is for tests, in a test",
    "import httpx\nimport pytest\nfrom tests.samples import stay\n",
    "",
    { layer: "tests", path: "tests/test_stays.py" },
  ],
  ["a module that is new enough", "import tomllib\n", "", { floorMinor: 11 }],
  [
    "a newer name with an answer for older ones",
    "import sys\n\nif sys.version_info >= (3, 12):\n    from typing import override\n",
    "",
    { floorMinor: 11 },
  ],
  ["the name of an import in a text", 'X = "import requests"\n', ""],
];

test.each(RIGHT)("%s may be imported", (_, text, __, change) => {
  expect(judge({ text, ...change }).findings("imports")).toEqual([]);
});
