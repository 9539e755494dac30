import type { CheckFinding, Outcome } from "./check.ts";
import {
  type CommandResult,
  type ContainerCheck,
  counted,
  endedOutcome,
  lastLine,
  REPOSITORY,
} from "./container-check.ts";
import { lintMend } from "./lint-mends.ts";

interface RuffMessage {
  code: string;
  message: string;
  filename: string;
  location: { row: number; column: number } | null;
  fix: { message: string | null } | null;
}

/** The repository's own linter and formatter, run in its tree: also for the rules that need a file's place in it. */
export const repositoryStyle: ContainerCheck = {
  id: "style",
  label: "Lint and format (ruff)",
  plan(repository, paths, { versions }) {
    const wanted = paths.filter((path) => path.endsWith(".py"));
    const pyproject = repository.files.find(({ path }) => path === "pyproject.toml")?.text ?? "";
    if (wanted.length === 0 || !pyproject.includes("[tool.ruff"))
      return { known: new Map(), job: null, read: () => ({ outcomes: new Map(), summary: "nothing to lint" }) };
    const run = (id: string, ...argv: string[]) => ({
      id,
      argv: ["ruff", ...argv, "--no-cache", "--output-format", "json", ...wanted],
      cwd: REPOSITORY,
      wallMs: 20_000,
      outputBytes: 2 * 1024 * 1024,
    });
    return {
      known: new Map(),
      job: { files: [], commands: [run("lint", "check"), run("format", "format", "--check")] },
      read: (results) => read(wanted, `ruff ${versions.ruff}`, results),
    };
  },
};

function read(wanted: readonly string[], tool: string, results: readonly CommandResult[]) {
  const lists = results.map(({ stdout }) => messages(stdout));
  const unread = results.find((_, index) => lists[index] === null);
  const judged = (path: string): Outcome => {
    if (unread && !unread.ended)
      return {
        check: "style",
        status: "fail",
        findings: [
          {
            code: "lint-configuration",
            message: `The linter does not run: ${lastLine(unread.stderr)}`,
            mend: "Mend [tool.ruff] in pyproject.toml.",
          },
        ],
        tool,
        sandbox: "docker",
      };
    if (unread || results.length < 2)
      return endedOutcome("style", tool, unread?.ended ?? "crashed", "The linter did not finish.", "Check again.");
    const own = lists.flatMap((list) => list ?? []).filter(({ filename }) => filename === `${REPOSITORY}/${path}`);
    const findings = own.map(finding);
    return { check: "style", status: findings.length > 0 ? "fail" : "pass", findings, tool, sandbox: "docker" };
  };
  const outcomes = new Map(wanted.map((path) => [path, judged(path)]));
  const failing = [...outcomes.values()].filter(({ status }) => status === "fail").length;
  const summary = failing > 0 ? `${counted(failing, "file")} to mend` : `${counted(wanted.length, "file")} clean`;
  return { outcomes, summary };
}

function messages(stdout: string): RuffMessage[] | null {
  try {
    return JSON.parse(stdout) as RuffMessage[];
  } catch {
    return null;
  }
}

function finding({ code, message, location, fix }: RuffMessage): CheckFinding {
  const place = location ? { line: location.row, column: location.column } : {};
  if (code === "unformatted")
    return {
      code: "format",
      message: "The formatter would change this file.",
      mend: "Run ruff format, or take the formatted text.",
      ...place,
    };
  return { code, message, mend: lintMend(code, fix?.message), ...place };
}
