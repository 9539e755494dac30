import { parse } from "smol-toml";
import type { CheckFinding, Outcome } from "./check.ts";
import { importedBy } from "./closure.ts";
import {
  type CommandResult,
  type ContainerCheck,
  counted,
  endedOutcome,
  lastLine,
  type Plan,
  REPOSITORY,
  skippedOutcome,
  type Toolchain,
} from "./container-check.ts";
import type { RepositoryUnderCheck } from "./proof.ts";
import { waitsFor } from "./waiting.ts";

interface MypySettings {
  python_version?: string;
  files?: string | string[];
  exclude?: string | string[];
  plugins?: string | string[];
}

interface MypyMessage {
  file: string;
  line: number;
  column: number;
  message: string;
  hint: string | null;
  code: string | null;
  severity: string;
}

/** What to do about the errors people meet most. */
const MENDS: Readonly<Record<string, string>> = {
  "no-untyped-def": "Annotate every parameter and the return value.",
  "import-not-found": "Import a module of this repository or of a declared dependency.",
  "attr-defined": "Use a name that the module or class defines, or define it there.",
  "arg-type": "Pass a value of the annotated type, or change the annotation with everything that relies on it.",
  "return-value": "Return a value of the annotated type, or change the annotation with everything that relies on it.",
  "union-attr": "Handle the case in which the value is None first.",
  assignment: "Assign a value of the annotated type, or change the annotation with everything that relies on it.",
  "call-arg": "Call it with the parameters that its signature asks for.",
  override: "Keep the signature of the base class.",
  "unused-ignore": "Remove the comment; nothing needs it any more.",
  "type-arg": "Say what the container holds: list[str] instead of list.",
};

const ANY_MEND = "Make the code and its annotations agree.";

/**
 * mypy reads texts and runs none of them; `-I` keeps the repository out of its own imports. The image has what mypy knows
 * about the dependencies, for each list of plugins and version of Python; mypy writes into its copy.
 */
const PROGRAM =
  'mkdir /tmp/mypy-cache && { cp -r "/opt/mypy-cache/$0" /tmp/mypy-cache 2>/dev/null; exec python -I -m mypy "$@"; }';

/** The repository's own strict type check. */
export const typeCheck: ContainerCheck = {
  id: "types",
  label: "Type check (mypy)",
  plan(repository, paths, toolchain) {
    const known = new Map<string, Outcome>();
    const settings = mypySettings(repository);
    const wanted = paths.filter((path) => {
      if (!path.endsWith(".py")) return false;
      const reason = reasonToSkip(repository, settings, path);
      if (reason) known.set(path, skippedOutcome("types", reason));
      return !reason;
    });
    return planFor(repository, wanted, toolchain, known);
  },
};

function planFor(
  repository: RepositoryUnderCheck,
  wanted: readonly string[],
  toolchain: Toolchain,
  known: ReadonlyMap<string, Outcome>,
): Plan {
  if (wanted.length === 0)
    return { known, job: null, read: () => ({ outcomes: new Map(), summary: "no file to type-check" }) };
  const options = ["--config-file", "pyproject.toml", "--cache-dir", "/tmp/mypy-cache", "--output", "json"];
  const python = ["--python-executable", "/opt/venv/bin/python"];
  return {
    known,
    job: {
      files: [],
      commands: [
        {
          id: "types",
          argv: ["sh", "-c", PROGRAM, prepared(repository, toolchain), ...options, ...python, ...wanted],
          env: { MYPYPATH: `${REPOSITORY}/src` },
          cwd: REPOSITORY,
          wallMs: 120_000,
          outputBytes: 2 * 1024 * 1024,
        },
      ],
    },
    read: ([result]) => read(repository, wanted, toolchain, result),
  };
}

/** Which part of the image's knowledge fits; another one would only be in the way. */
function prepared(repository: RepositoryUnderCheck, { pythonMinor }: Toolchain): string {
  const settings = mypySettings(repository);
  const kind = listed(settings?.plugins).join() === "pydantic.mypy" ? "pydantic" : "plain";
  return `${kind}/${settings?.python_version ?? `3.${pythonMinor}`}`;
}

function reasonToSkip(repository: RepositoryUnderCheck, settings: MypySettings | null, path: string): string | null {
  if (!settings) return "This design has no type check: pyproject.toml has no [tool.mypy].";
  const own = listed(settings.plugins).find((name) => /[/\\]|\.py(:|$)/.test(name));
  if (own) return `[tool.mypy] names ${own}, a plugin of this repository; a file must not decide its own verdict.`;
  if (!covers(settings, path)) return "[tool.mypy] in pyproject.toml leaves this file out of the type check.";
  return waitsFor(repository, importedBy(repository, path));
}

function mypySettings(repository: RepositoryUnderCheck): MypySettings | null {
  try {
    const text = repository.files.find(({ path }) => path === "pyproject.toml")?.text ?? "";
    return (parse(text) as { tool?: { mypy?: MypySettings } }).tool?.mypy ?? null;
  } catch {
    return null;
  }
}

const listed = (value: string | string[] | undefined): string[] =>
  (typeof value === "string" ? value.split(",") : (value ?? [])).map((one) => one.trim()).filter(Boolean);

function covers({ files, exclude }: MypySettings, path: string): boolean {
  const under = (entry: string) => {
    const fixed = entry.split("*")[0]?.replace(/^\.\/|\/$/g, "") as string;
    return fixed === "" || fixed === "." || path === fixed || path.startsWith(`${fixed}/`);
  };
  const left = (typeof exclude === "string" ? [exclude] : (exclude ?? [])).some((pattern) => {
    try {
      return new RegExp(pattern).test(path);
    } catch {
      return false;
    }
  });
  return !left && (files === undefined || listed(files).some(under));
}

function read(
  repository: RepositoryUnderCheck,
  wanted: readonly string[],
  toolchain: Toolchain,
  result: CommandResult | undefined,
) {
  const tool = `mypy ${toolchain.versions.mypy}`;
  const messages = result?.ended ? [] : (result?.stdout ?? "").split("\n").flatMap(message);
  const errors = messages.filter(({ severity }) => severity === "error");
  const finished = result !== undefined && !result.ended && (result.exitCode === 0 || result.exitCode === 1);
  const consistent = finished && (result.exitCode === 1) === errors.length > 0;
  const blocking = new Set(finished ? [] : errors.map(({ file }) => file));
  const outcomes = new Map<string, Outcome>();
  const again: string[] = [];
  for (const path of wanted) {
    const findings = errors.filter(({ file }) => file === path).map(finding);
    const stopper = [...importedBy(repository, path)].find((one) => blocking.has(one));
    if (findings.length > 0) outcomes.set(path, { check: "types", status: "fail", findings, tool, sandbox: "docker" });
    else if (consistent) outcomes.set(path, { check: "types", status: "pass", findings: [], tool, sandbox: "docker" });
    else if (stopper)
      outcomes.set(path, skippedOutcome("types", `The type check stops at ${stopper}, which this file imports.`));
    else if (blocking.size > 0 && blocking.size < wanted.length) again.push(path);
    else outcomes.set(path, unfinished(tool, result));
  }
  const failing = [...outcomes.values()].filter(({ status }) => status === "fail").length;
  const summary =
    failing > 0
      ? `${counted(errors.length, "error")} in ${counted(failing, "file")}`
      : `${counted([...outcomes.values()].filter(({ status }) => status === "pass").length, "file")} typed`;
  // What stopped mypy is left out of the second run, so each run has fewer files than the one before.
  const rest = again.length < wanted.length ? again : [];
  for (const path of rest.length > 0 ? [] : again) outcomes.set(path, unfinished(tool, result));
  return {
    outcomes,
    summary,
    ...(rest.length > 0 ? { again: planFor(repository, rest, toolchain, new Map()) } : {}),
  };
}

function unfinished(tool: string, result: CommandResult | undefined): Outcome {
  const said = lastLine(result?.stderr ?? "") || lastLine(result?.stdout ?? "");
  return endedOutcome(
    "types",
    tool,
    result?.ended ?? "crashed",
    `The type check did not finish${said ? `: ${said}` : ` (${result?.ended ?? "crashed"}).`}`,
    "Look at [tool.mypy] in pyproject.toml, then check again.",
  );
}

function message(line: string): MypyMessage[] {
  try {
    const parsed = JSON.parse(line) as MypyMessage;
    return typeof parsed.file === "string" ? [parsed] : [];
  } catch {
    return [];
  }
}

function finding({ line, column, message: text, hint, code }: MypyMessage): CheckFinding {
  const mend = MENDS[code ?? ""] ?? hint ?? ANY_MEND;
  return {
    code: code ?? "mypy",
    message: text,
    mend,
    ...(line > 0 ? { line } : {}),
    ...(column >= 0 ? { column: column + 1 } : {}),
  };
}
