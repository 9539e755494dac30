import { catalog } from "../catalog/index.ts";
import { type CheckFinding, checksFor } from "../checks/check.ts";
import { declaredDependencies } from "../checks/imports.ts";
import type { Design } from "../design/design.ts";
import { publicNames } from "../python/outline.ts";
import { type AgentId, FORMS } from "./agents.ts";
import type { Task } from "./blueprint.ts";
import { contractOf } from "./contract-of.ts";
import { contractText } from "./contract-text.ts";
import { LAYER_REQUIREMENTS } from "./layer-requirements.ts";
import { LINE_LENGTH } from "./line-length.ts";
import { moduleName } from "./own-imports.ts";

export interface SubPromptInput {
  design: Design;
  task: Task;
  /** All tasks of the plan, for integration points. */
  tasks: readonly Task[];
  /** What a person asked to change, oldest first. */
  changeRequests?: readonly string[];
  /** What failed last time; a regenerated sub-prompt must name it. */
  failures?: readonly (CheckFinding & { check: string })[];
}

/**
 * The self-contained text that lets any coding agent write one task's file (WORKFLOW 6, "Sub-prompt"). Everything in it
 * comes from the design and the plan; it has no blank to fill and asks nothing.
 */
export function subPrompt(input: SubPromptInput, agent: AgentId = "generic"): string {
  return FORMS[agent].wrap(`${sections(input).join("\n\n")}\n`, input.task);
}

/** The same text as a comment block at the top of the file, for completion-style assistants. */
export function subPromptComment(input: SubPromptInput): string {
  return sections(input)
    .join("\n\n")
    .split("\n")
    .map((line) => `# ${line}`.trimEnd())
    .join("\n");
}

function sections(input: SubPromptInput): string[] {
  const { task, design } = input;
  const python = task.path.endsWith(".py");
  const numbered: [string, string[]][] = [
    [
      "Objective",
      [
        `Write \`${task.path}\`: ${task.purpose}`,
        `Language: ${python ? `Python ${design.floor.text} or later` : languageOf(task.path)}. Effort: ${task.effort}.`,
      ],
    ],
    ["Context", context(input)],
    ["Hard constraints", python ? pythonConstraints(input) : fileConstraints(input)],
    ["Public API", publicApi(task)],
    ["Implementation requirements", requirements(input)],
    ["Testing expectations", testing(input)],
    ["Success criteria", checksFor(task.path).map((check) => `- ${check.label}: ${check.explain}`)],
    ["Integration points", integration(input)],
    [
      "Output",
      [
        `The whole content of \`${task.path}\`, and nothing else: no explanation, no Markdown fence, no other file. End with a newline. Leave no TODO, no placeholder and no commented-out code.`,
      ],
    ],
    ["Example of use", example(input)],
  ];
  const extra: [string, string[]][] = [
    ["Changes a person asked for", (input.changeRequests ?? []).map((text) => `- ${text}`)],
    [
      "What failed last time",
      (input.failures ?? []).map(
        ({ check, line, message, mend }) =>
          `- ${check}${line ? `, line ${line}` : ""}: ${`${sentence(message)}${mend ? ` ${mend}` : ""}`.replaceAll("\n", "\n  ")}`,
      ),
    ],
  ];
  const all = [...numbered, ...extra.filter(([, lines]) => lines.length > 0)];
  return [
    `# ${task.id}: ${task.path}`,
    ...all.map(([title, lines], index) => `## ${index + 1}. ${title}\n\n${lines.join("\n")}`),
  ];
}

const LANGUAGES: Readonly<Record<string, string>> = {
  md: "Markdown",
  toml: "TOML",
  yml: "YAML",
  yaml: "YAML",
  json: "JSON",
  sh: "POSIX shell",
  mako: "Mako",
  html: "HTML",
  txt: "plain text",
};

const languageOf = (path: string): string =>
  path.endsWith("Dockerfile") ? "Dockerfile" : (LANGUAGES[path.split(".").at(-1) ?? ""] ?? "plain text");

/** How an answer reads in a sentence: the label of the option. */
function answerLabel(design: Design, path: string): string {
  const [stage, id] = path.split(".") as [keyof typeof catalog, string];
  const decision = (
    catalog[stage] as Record<string, { label: string; options?: readonly { id: string; label: string }[] }>
  )[id];
  const value = (design.answers[stage] as Record<string, unknown>)[id];
  if (!decision || value === undefined) return "";
  const label = (one: unknown) =>
    decision.options?.find((option) => option.id === String(one))?.label ??
    (typeof one === "object" ? "" : String(one));
  const shown = Array.isArray(value) ? value.map(label).filter(Boolean).join(", ") : label(value);
  return shown === "" ? "" : `${decision.label}: ${shown}`;
}

function context({ design, task }: SubPromptInput): string[] {
  const because = task.because.map((path) => answerLabel(design, path)).filter(Boolean);
  return [
    `Project \`${design.repositoryName}\` (import name \`${design.packageName}\`), tier ${design.tier}: ${design.answers.intake.description}`,
    ...(because.length > 0
      ? ["This file exists because of these decisions:", ...because.map((line) => `- ${line}`)]
      : []),
    ...resourceLines(design, task),
    `Out of scope: ${design.answers.intake.non_goals.join("; ") || "nothing was excluded"}.`,
  ];
}

function resourceLines(design: Design, task: Task): string[] {
  if (!["domain", "service", "db", "api", "tests", "migrations", "examples"].includes(task.layer)) return [];
  return design.resources.flatMap(({ names, fields, lifecycle }) => [
    `Resource ${names.pascal} (plural \`${names.plural}\`): ${fields.map((field) => `\`${field.name}\` ${field.type}${field.required ? "" : ", optional"}${field.unique ? ", unique" : ""}${limits(field)}`).join("; ")}.`,
    ...(lifecycle
      ? [
          `  States: ${lifecycle.states.join(", ")} (initial: ${lifecycle.states[0]}). Transitions: ${lifecycle.transitions.map(({ name, from, to }) => `${name} (${from.join(" or ")} to ${to})`).join("; ")}.`,
        ]
      : []),
  ]);
}

function limits(field: Design["resources"][number]["fields"][number]): string {
  const parts = [
    field.minLength === undefined ? "" : `at least ${field.minLength} characters`,
    field.maxLength === undefined ? "" : `at most ${field.maxLength} characters`,
    field.minimum === undefined ? "" : `minimum ${field.minimum}`,
    field.maximum === undefined ? "" : `maximum ${field.maximum}`,
    field.values === undefined ? "" : `one of ${field.values.join(", ")}`,
  ].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

function pythonConstraints({ design, task, tasks }: SubPromptInput): string[] {
  const pyproject = tasks.find(({ path }) => path === "pyproject.toml")?.text ?? "";
  const { runtime, development } = declaredDependencies(pyproject);
  const inTests = task.layer === "tests" || task.layer === "examples";
  const allowed = task.layer === "domain" ? [] : [...runtime, ...(inTests ? development : [])].sort();
  return [
    "- Every function, method and attribute is annotated; the file passes `mypy --strict`.",
    `- Lines are at most ${LINE_LENGTH} characters; the file is formatted by \`ruff format\`.`,
    `- Syntax of Python ${design.floor.text}; nothing newer.`,
    `- Allowed imports: the standard library${allowed.length > 0 ? `, ${allowed.map((name) => `\`${name}\``).join(", ")}` : ""}, and the modules named under "Integration points".`,
    "- Forbidden: any other dependency, `print` outside command-line output and examples, `eval`, `exec`, `os.system`, `shell=True`, SQL built from strings, wildcard imports.",
    "- A module docstring says why the module exists; public functions and classes have a docstring of one sentence or more. Comments only where behaviour is not obvious.",
    "- No secret, token or real host name, not even in a comment or an example.",
  ];
}

function fileConstraints({ task }: SubPromptInput): string[] {
  const workflow = task.path.startsWith(".github/");
  return [
    `- Valid ${languageOf(task.path)}, UTF-8, LF line ends, no trailing white space.`,
    "- No secret, token or private host name. Every command in it works as written.",
    ...(workflow
      ? [
          "- Top-level `permissions: {}`; actions pinned by full commit SHA with the version as a comment; no expression inside `run:`.",
        ]
      : []),
  ];
}

function publicApi(task: Task): string[] {
  const { path } = task;
  const outline = contractOf(task);
  if (!outline || publicNames(outline).length === 0)
    return [
      path.endsWith(".py")
        ? "This file has no public names that other files rely on."
        : "None: this is not a Python module.",
    ];
  return [
    "Exactly these public names and signatures; other files rely on them:",
    "```python",
    contractText(outline),
    "```",
  ];
}

function requirements({ task }: SubPromptInput): string[] {
  const lines = [...(LAYER_REQUIREMENTS[task.layer] ?? []), ...task.requirements];
  return lines.length > 0
    ? lines.map((line) => `- ${line}`)
    : ["- Do what the objective says, no more; nothing in the file that the repository does not have."];
}

function testing({ task, tasks }: SubPromptInput): string[] {
  if (task.layer === "tests")
    return ["This is a test file: it must pass against the files it imports, and collect at least one test."];
  const users = tasks
    .filter((other) => other.layer === "tests" && other.after.includes(task.path))
    .map(({ path }) => `\`${path}\``);
  if (users.length > 0) return [`These tests import this file and must pass: ${users.join(", ")}.`];
  return [
    task.path.endsWith(".py")
      ? "No test imports this file directly; the type check and the tests of the files that use it must pass."
      : "No test reads this file; it must pass the checks below.",
  ];
}

function integration({ task, tasks }: SubPromptInput): string[] {
  const byPath = new Map(tasks.map((one) => [one.path, one]));
  const name = (path: string) => (path.endsWith(".py") ? `\`${moduleName(path)}\` (${path})` : `\`${path}\``);
  const uses = task.after.map((path) => `- builds on ${name(path)}: ${byPath.get(path)?.purpose ?? ""}`);
  const used = tasks
    .filter((other) => other.after.includes(task.path))
    .map((other) => `- used by ${name(other.path)}: ${other.purpose}`);
  return uses.length + used.length > 0 ? [...uses, ...used] : ["Stands alone: no other file of the plan builds on it."];
}

function example({ design, task }: SubPromptInput): string[] {
  const outline = contractOf(task);
  if (!outline) return [`It is read as \`${task.path}\` from the root of the repository.`];
  const names = publicNames(outline);
  if (task.layer === "tests") return ["```console", `pytest ${task.path}`, "```"];
  if (names.length === 0) return ["```python", `import ${moduleName(task.path)}`, "```"];
  const from = task.path.startsWith("src/") ? moduleName(task.path) : `${design.packageName}`;
  return ["```python", `from ${from} import ${names.slice(0, 3).join(", ")}`, "```"];
}

/** Tools end their messages with a full stop or without one. */
const sentence = (text: string): string => (/[.!?:]$/.test(text) ? text : `${text}.`);
