import type { Design } from "../../design/design.ts";
import { LINE_LENGTH } from "../line-length.ts";
import { minimums } from "../versions.ts";
import type { TomlTable } from "./toml.ts";
import * as has from "./traits.ts";

/** Ruff's rule families by tier, each tier on top of the ones before (python-standard 2.3). */
const FAMILIES: readonly { from: number; families: readonly string[]; appliesWhen?(design: Design): boolean }[] = [
  { from: 1, families: ["E", "W", "F", "I", "UP", "B", "S", "SIM"] },
  { from: 3, families: ["C4", "PT", "RET", "RUF", "DTZ", "PTH", "T20", "LOG", "G", "PIE", "PGH"] },
  { from: 3, families: ["ASYNC"], appliesWhen: has.isAsync },
  { from: 3, families: ["FAST"], appliesWhen: has.hasFastapi },
  {
    from: 4,
    families: ["ARG", "BLE", "C90", "EM", "ERA", "FURB", "INP", "N", "PERF", "PL", "PYI", "SLF", "SLOT", "TRY", "TID"],
  },
  { from: 6, families: ["ANN", "D"] },
];

/** Line length is free in prose, prompts stay without output, MyST writes directives where a language would stand, and a pull request template has no title. */
const UNWANTED_MARKDOWN_RULES = ["MD013", "MD014", "MD040", "MD041"];

function ruff(design: Design): TomlTable {
  const exceptions: Record<string, string[]> = {};
  if (has.hasTests(design))
    exceptions["tests/**"] = ["S101", "PLR2004", "ANN", "D", ...(design.tier >= 4 ? ["SLF001"] : [])];
  if (has.isService(design) && has.hasDatabase(design)) exceptions["src/*/migrations/**"] = ["D", "INP001"];
  if (has.hasDemos(design)) exceptions["examples/**"] = ["T201", "INP001"];
  if (has.hasSphinx(design)) exceptions["docs/conf.py"] = ["INP001", "D100"];
  if (has.hasSessions(design)) exceptions["noxfile.py"] = ["D103"];
  // The person's own files stand where they want them, in a package or not.
  for (const path of design.answers.structure.paths) if (path.endsWith(".py")) exceptions[path] ??= ["INP001"];
  return {
    "line-length": LINE_LENGTH,
    "show-fixes": true,
    "required-version": minimums.ruff,
    lint: {
      select: FAMILIES.filter((row) => design.tier >= row.from && (row.appliesWhen?.(design) ?? true)).flatMap(
        (row) => row.families,
      ),
      // Typographic dashes and quotes of the person's own sentences are no mistakes.
      ignore: design.tier >= 3 ? ["RUF001", "RUF002", "RUF003"] : undefined,
      "per-file-ignores": exceptions,
      pydocstyle: design.tier === 6 ? { convention: "google" } : undefined,
      "flake8-tidy-imports": design.tier >= 4 ? { "ban-relative-imports": "parents" } : undefined,
    },
  };
}

function mypy(design: Design): TomlTable {
  const files = ["src"];
  if (has.hasTests(design)) files.push("tests");
  if (has.hasDemos(design)) files.push("examples");
  if (has.hasSessions(design)) files.push("noxfile.py");
  if (has.hasSphinx(design)) files.push("docs/conf.py");
  return {
    python_version: design.floor.text,
    strict: true,
    warn_unreachable: true,
    enable_error_code: ["ignore-without-code", "redundant-expr", "truthy-bool"],
    files,
    plugins: has.hasFastapi(design) ? ["pydantic.mypy"] : undefined,
  };
}

function pytest(design: Design): TomlTable {
  return {
    minversion: "9.0",
    strict: true,
    addopts: ["-ra"],
    testpaths: ["tests"],
    log_level: "INFO",
    filterwarnings: ["error"],
    markers: has.hasIntegration(design) ? ["integration: crosses a process, file or database boundary"] : undefined,
    asyncio_mode: has.isAsync(design) ? "strict" : undefined,
    asyncio_default_fixture_loop_scope: has.isAsync(design) ? "function" : undefined,
  };
}

/** Branch coverage that a run must reach, in percent: public modules of a library fully, a service at 85 (1.3, 1.6). */
export const coverageBar = (design: Design): number => (design.tier === 6 ? 100 : 85);

function coverage(design: Design): TomlTable {
  const exclusions = ["if TYPE_CHECKING:", ": \\.\\.\\.$"];
  // A module whose body is still to be written raises NotImplementedError: nothing of it can be covered yet.
  if (has.hasModules(design)) exclusions.push('message = .* is not written yet"\\n +raise NotImplementedError');
  return {
    run: {
      branch: true,
      source_pkgs: [design.packageName],
      concurrency: has.isAsync(design) && has.hasDatabase(design) ? ["thread", "greenlet"] : undefined,
    },
    // Tests run on installed wheels too: their paths count as those of src.
    paths: has.isLibrary(design) ? { source: ["src", "*/site-packages"] } : undefined,
    report: { fail_under: coverageBar(design), show_missing: true, exclude_also: exclusions },
  };
}

/** The `[tool]` tables that do not belong to the dependency manager. */
export function toolTables(design: Design): TomlTable {
  const typedLibrary = has.isLibrary(design) && has.isFull(design);
  return {
    alembic:
      has.isService(design) && has.hasDatabase(design)
        ? { script_location: `src/${design.packageName}/migrations` }
        : undefined,
    ruff: ruff(design),
    mypy: has.isFull(design) ? mypy(design) : undefined,
    pyright: typedLibrary
      ? { include: ["src", "tests/typing"], pythonVersion: design.floor.text, typeCheckingMode: "strict" }
      : undefined,
    pytest: has.hasTests(design) ? pytest(design) : undefined,
    coverage: has.hasTests(design) ? coverage(design) : undefined,
    rumdl: has.hasHooks(design) && design.tier === 6 ? { disable: UNWANTED_MARKDOWN_RULES } : undefined,
    "repo-review": { ignore: excusedReviews(design) },
  };
}

/** sp-repo-review checks that this kind of repository does not need, each with its reason in python-standard 5.3. */
function excusedReviews(design: Design): string[] {
  const ignore = ["PC140", "PC170"];
  if (design.tier < 6) ignore.unshift("PC111", "PC180", "PY007");
  if (design.tier < 4) ignore.unshift("PC160", "SEC001");
  return ignore.sort();
}
