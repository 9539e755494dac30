import type { RepositoryUnderCheck } from "./proof.ts";

/** Everything a package of two modules needs to be typed, tested and built without any dependency. */
export const PYPROJECT = `[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "tide"
version = "0.1.0"
description = "Tides at a sill"
readme = "README.md"
requires-python = ">=3.13"

[dependency-groups]
test = ["pytest"]

[tool.ruff]
line-length = 100

[tool.mypy]
strict = true
files = ["src", "tests"]
`;

const TEXTS: Readonly<Record<string, string>> = {
  "pyproject.toml": PYPROJECT,
  "README.md": "# Tide\n",
  "docs/conf.py": "",
  "src/tide/__init__.py": "",
  "src/tide/sills.py": "SILL = 3\n\n\ndef clears(height: int) -> bool:\n    return height > SILL\n",
  "src/tide/windows.py": "from tide.sills import SILL\n\nLOWEST = SILL + 1\n",
  "src/tide/later.py": "from tide.unwritten import NOW\n\nTHEN = NOW\n",
  "tests/test_sills.py":
    "from tide.sills import clears\n\n\ndef test_clears() -> None:\n    assert clears(4)\n    assert not clears(3)\n",
  "tests/test_windows.py": "from tide import windows\n\n\ndef test_lowest() -> None:\n    assert windows.LOWEST == 4\n",
  "tests/test_later.py":
    "from tide import later, windows\n\n\ndef test_later() -> None:\n    assert later.THEN > windows.LOWEST\n",
};

/** A small good repository, with changed or added texts; one planned file, which `later.py` needs, is missing. */
export function tideRepository(
  change: Readonly<Record<string, string>> = {},
  more: Partial<RepositoryUnderCheck> = {},
): RepositoryUnderCheck {
  const texts = { ...TEXTS, ...change };
  const paths = Object.keys(texts);
  return {
    packageName: "tide",
    floorMinor: 13,
    testDatabaseVariable: null,
    files: Object.entries(texts).map(([path, text]) => ({
      path,
      text,
      layer: path.startsWith("tests/") ? "tests" : "none",
      floorMinor: 13,
      packageName: "tide",
      contract: null,
      pyproject: texts["pyproject.toml"] ?? "",
      modules: [],
      paths,
    })),
    missing: [{ path: "src/tide/unwritten.py", task: "TASK-009" }],
    ...more,
  };
}
