import type { CheckFinding, Outcome } from "./check.ts";
import { goesIntoPackage } from "./closure.ts";
import {
  type CommandResult,
  type ContainerCheck,
  endedOutcome,
  lastLine,
  REPOSITORY,
  skippedOutcome,
} from "./container-check.ts";
import type { RepositoryUnderCheck } from "./proof.ts";
import { waitsFor } from "./waiting.ts";

const PYPROJECT = "pyproject.toml";
const INSTALLED = "/job/installed";

/** Rules of check-wheel-contents that do not fit: Alembic's migrations have names that cannot be imported. */
const IGNORED_CONTENTS = "W004";

interface Stage {
  id: string;
  /** What went wrong when it fails. */
  fault: string;
  mend: string;
  argv(packageName: string): readonly string[];
  /** Runs only where the sandbox's Python is one the package is for. */
  needsPython?: boolean;
  /** What its output must hold; an exit code alone can come from code of the package. */
  says?(): string;
}

const shell = (script: string) => () => ["sh", "-c", script];

/** From the metadata to an import of the installed wheel; each stage needs the one before. */
const STAGES: readonly Stage[] = [
  {
    id: "metadata",
    fault: "The metadata is not valid",
    mend: "Mend the named field of pyproject.toml.",
    argv: () => ["validate-pyproject", PYPROJECT],
  },
  {
    id: "build",
    fault: "The package does not build",
    mend: "Mend what the build backend names; run python -m build to see it whole.",
    argv: () => ["python", "-m", "build", "--no-isolation", "--outdir", "/tmp/dist"],
  },
  {
    id: "description",
    fault: "An index would refuse the description",
    mend: "Mend the README or the metadata that twine names.",
    argv: shell("exec twine --no-color check --strict /tmp/dist/*"),
  },
  {
    id: "contents",
    fault: "The wheel does not hold what it should",
    mend: "Mend which packages the build backend takes in.",
    argv: shell(`exec check-wheel-contents --ignore ${IGNORED_CONTENTS} /tmp/dist/*.whl`),
  },
  {
    id: "install",
    fault: "The wheel does not install",
    mend: "Mend what pip names.",
    argv: shell(`exec pip install --quiet --no-index --no-deps --no-compile --target ${INSTALLED} /tmp/dist/*.whl`),
    needsPython: true,
  },
  {
    id: "import",
    fault: "The installed package cannot be imported",
    mend: "Make sure that importing the package needs nothing but its declared dependencies.",
    argv: (name) => [
      "python",
      "-I",
      "-c",
      `import sys; sys.path.append("${INSTALLED}"); import ${name}; print(${name})`,
    ],
    needsPython: true,
    says: () => `'${INSTALLED}/`,
  },
];

/** Builds the package as its users get it, and installs and imports the wheel. Judges `pyproject.toml`. */
export const packageBuild: ContainerCheck = {
  id: "build",
  label: "Build (wheel)",
  plan(repository, paths, { pythonMinor, versions }) {
    if (!paths.includes(PYPROJECT))
      return { known: new Map(), job: null, read: () => ({ outcomes: new Map(), summary: "not asked for" }) };
    const reason = reasonToSkip(repository);
    if (reason) {
      const known = new Map([[PYPROJECT, skippedOutcome("build", reason)]]);
      return { known, job: null, read: () => ({ outcomes: new Map(), summary: reason }) };
    }
    const { packageName, floorMinor } = repository;
    const old = pythonMinor < floorMinor;
    const stages = STAGES.filter(({ needsPython }) => !(old && needsPython));
    return {
      known: new Map(),
      job: {
        files: [],
        commands: stages.map(({ id, argv }) => ({
          id,
          argv: argv(packageName),
          cwd: REPOSITORY,
          wallMs: 60_000,
          env: { PYTHONHASHSEED: "0", NO_COLOR: "1" },
        })),
      },
      read(results) {
        const tool = `build ${versions.build}, twine ${versions.twine}, pip ${versions.pip}`;
        const outcome = read(repository, stages, tool, results);
        const partial =
          old && outcome.status === "pass"
            ? {
                status: "partial" as const,
                reason: `The wheel was built but not installed: the sandbox has Python 3.${pythonMinor}, this design needs 3.${floorMinor}.`,
              }
            : {};
        const summary =
          outcome.status === "pass" ? "built, installed, imported" : (outcome.findings[0]?.message ?? "built");
        return { outcomes: new Map([[PYPROJECT, { ...outcome, ...partial }]]), summary };
      },
    };
  },
};

function reasonToSkip(repository: RepositoryUnderCheck): string | null {
  const needed = new Set(repository.missing.map(({ path }) => path).filter(goesIntoPackage));
  const waits = waitsFor(repository, needed);
  if (waits) return waits;
  if (!repository.files.some(({ path }) => path.startsWith("src/")))
    return "There is nothing to build yet: the plan has no file under src/.";
  return null;
}

function read(
  repository: RepositoryUnderCheck,
  stages: readonly Stage[],
  tool: string,
  results: readonly CommandResult[],
): Outcome {
  for (const { id, fault, mend, says } of stages) {
    const result = results.find((one) => one.id === id);
    if (!result || result.ended)
      return endedOutcome("build", tool, result?.ended ?? "crashed", `${fault}: it did not finish.`, mend);
    const expected = says?.();
    if (result.exitCode !== 0 || (expected && !result.stdout.includes(expected))) {
      const said = reasonIn(`${result.stdout}\n${result.stderr}`);
      const findings = [pinned(repository, { code: `build-${id}`, message: `${fault}: ${said}`, mend })];
      return { check: "build", status: "fail", findings, tool, sandbox: "docker" };
    }
  }
  return { check: "build", status: "pass", findings: [], tool, sandbox: "docker" };
}

/** Advice of the build tool that says nothing about the cause. */
const NOISE = /^(?:TIP |ERROR Backend subprocess )/;

/** How tools begin the line that says why. */
const CAUSE = /^(?:\[?ERROR\]?\b|Error:|error:|[\w.]+(?:Error|Exception|Unavailable):)|\bW\d{3}:/;

/** The lines that say why, out of all that a tool prints. */
function reasonIn(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "" && !NOISE.test(line));
  const begin = lines.findLastIndex((line) => CAUSE.test(line));
  if (begin === -1) return lastLine(lines.join("\n"));
  return lines
    .slice(begin, begin + 8)
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .slice(0, 500);
}

/** At the line of pyproject.toml that the message names, or that names something which is not there. */
function pinned(repository: RepositoryUnderCheck, finding: CheckFinding): CheckFinding {
  const text = repository.files.find(({ path }) => path === PYPROJECT)?.text ?? "";
  const lines = text.split("\n");
  const lineWith = (part: string) => lines.findIndex((line) => line.includes(part)) + 1;
  const { message } = finding;
  const numbered = Number(/\bline (\d+), column/.exec(message)?.[1] ?? 0);
  const field = /\bproject\.([\w-]+)/.exec(message)?.[1];
  const named = [...message.matchAll(/[`'"]([^`'"\s]{3,})[`'"]|([\w-]*[\w][/.][\w./-]*\w)/g)].map(
    ([, inQuotes, path]) => (inQuotes ?? path) as string,
  );
  const absent = [...text.matchAll(/["'](src\/[^"']+)["']/g)]
    .map(([, path]) => path as string)
    .find((path) => !path.includes("*") && !repository.files.some((file) => file.path.startsWith(path)));
  const line =
    numbered ||
    (field ? lines.findIndex((one) => one.startsWith(`${field} `)) + 1 : 0) ||
    named.map(lineWith).find((found) => found > 0) ||
    (absent ? lineWith(absent) : 0);
  return {
    ...finding,
    ...(absent ? { message: `${message} (${absent} does not exist)` } : {}),
    ...(line > 0 && line <= lines.length ? { line } : {}),
  };
}
