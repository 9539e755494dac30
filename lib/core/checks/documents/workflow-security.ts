import type { CheckFinding, Severity } from "../check.ts";
import { pipedDownloads } from "./shell.ts";
import { listOf, mapOf, type YamlParsed } from "./yaml-source.ts";

/** Contexts that a stranger can fill: titles, branch names, comments, inputs, and what earlier steps made of them. */
const STRANGERS =
  /\bgithub\s*\.\s*(?:event|head_ref|ref_name|ref\b|base_ref|actor|triggering_actor)|\binputs\s*\.|\bsteps\s*\.[\w-]+\s*\.\s*outputs|\bneeds\s*\.[\w-]+\s*\.\s*outputs|\bgithub\s*\[/;
const EXPRESSION = /\$\{\{([\s\S]*?)\}\}/g;
const COMMIT = /@[0-9a-f]{40}$|@sha256:[0-9a-f]{64}$/;
const PRINTS = /\b(?:echo|printf|cat|tee|env\b|printenv|Write-Output)\b/;

/** What lets a stranger into a pipeline, or its secrets out (GitHub's own hardening guide; zizmor says more). */
export function workflowSecurity(parsed: YamlParsed): CheckFinding[] {
  const document = mapOf(parsed.value);
  const jobs = Object.entries(mapOf(document.jobs));
  return [
    ...triggers(parsed, document),
    ...rights(parsed, document, jobs),
    ...jobs.flatMap(([id, value]) => [
      ...reusable(parsed, id, mapOf(value)),
      ...listOf(mapOf(value).steps).flatMap((entry, index) =>
        stepFindings(parsed, ["jobs", id, "steps", index], mapOf(entry)),
      ),
    ]),
  ];
}

type At = (string | number)[];

const finding = (line: number, code: string, severity: Severity, message: string, mend: string): CheckFinding => ({
  code,
  message,
  mend,
  line,
  severity,
});

function triggers(parsed: YamlParsed, document: Record<string, unknown>): CheckFinding[] {
  const events =
    typeof document.on === "string"
      ? [document.on]
      : Array.isArray(document.on)
        ? document.on
        : Object.keys(mapOf(document.on));
  const risky = events.find((event) => event === "pull_request_target" || event === "workflow_run");
  if (!risky) return [];
  const takesHead = /github\.event\.(?:pull_request|workflow_run)\.head|refs\/pull/.test(JSON.stringify(document.jobs));
  return [
    finding(
      parsed.line(["on", String(risky)]),
      "workflow-trigger",
      takesHead ? "critical" : "blocking",
      `\`${String(risky)}\` runs with the rights of the repository on what strangers send${takesHead ? ", and this workflow checks their code out" : ""}.`,
      "Use `pull_request`.",
    ),
  ];
}

function rights(parsed: YamlParsed, document: Record<string, unknown>, jobs: [string, unknown][]): CheckFinding[] {
  const found: CheckFinding[] = [];
  const open = jobs.find(([, job]) => mapOf(job).permissions === undefined);
  if (document.permissions === undefined && open)
    found.push(
      finding(
        parsed.line(["jobs", open[0]]),
        "workflow-permissions",
        "blocking",
        `The job ${open[0]} has whatever rights the repository gives by default.`,
        "Write `permissions: {}` at the top and what each job needs in the job.",
      ),
    );
  for (const [path, value] of [
    [["permissions"], document.permissions],
    ...jobs.map(([id, job]) => [["jobs", id, "permissions"], mapOf(job).permissions]),
  ] as [At, unknown][])
    if (value === "write-all")
      found.push(
        finding(
          parsed.line(path),
          "workflow-permissions",
          "critical",
          "Every right there is, for every step.",
          "Name the rights that are needed.",
        ),
      );
  return found;
}

function reusable(parsed: YamlParsed, id: string, job: Record<string, unknown>): CheckFinding[] {
  const found = typeof job.uses === "string" ? unpinned(parsed, ["jobs", id, "uses"], job.uses) : [];
  if (job.secrets === "inherit")
    found.push(
      finding(
        parsed.line(["jobs", id, "secrets"]),
        "workflow-secrets",
        "blocking",
        "Every secret goes to the called workflow.",
        "Pass the ones it needs by name.",
      ),
    );
  return found;
}

function unpinned(parsed: YamlParsed, path: At, uses: string): CheckFinding[] {
  if (uses.startsWith("./") || COMMIT.test(uses)) return [];
  return [
    finding(
      parsed.line(path),
      "workflow-unpinned",
      "blocking",
      `\`${uses}\` can change under the same name.`,
      "Pin it to the 40 digits of a commit and write the version as a comment.",
    ),
  ];
}

function stepFindings(parsed: YamlParsed, path: At, step: Record<string, unknown>): CheckFinding[] {
  const found: CheckFinding[] = [];
  const inputs = mapOf(step.with);
  if (typeof step.uses === "string") {
    found.push(...unpinned(parsed, [...path, "uses"], step.uses));
    if (/^actions\/checkout@/.test(step.uses) && String(inputs["persist-credentials"]) !== "false")
      found.push(
        finding(
          parsed.line([...path, "uses"]),
          "workflow-credentials",
          "blocking",
          "The checkout leaves a token of the repository on disk for every later step.",
          "Add `with: persist-credentials: false`.",
        ),
      );
    if (/^actions\/github-script@/.test(step.uses) && typeof inputs.script === "string")
      found.push(...injections(parsed, [...path, "with", "script"], inputs.script));
  }
  if (typeof step.run === "string") {
    found.push(...injections(parsed, [...path, "run"], step.run));
    found.push(...printedSecrets(parsed, path, step.run, mapOf(step.env)));
    found.push(...pipedDownloads(step.run, lineInScript(parsed, [...path, "run"], step.run, 0)));
  }
  return found;
}

function injections(parsed: YamlParsed, path: At, script: string): CheckFinding[] {
  return [...script.matchAll(EXPRESSION)].map((match) => {
    const inner = (match[1] as string).trim();
    const theirs = STRANGERS.test(inner);
    return finding(
      lineInScript(parsed, path, script, match.index),
      "workflow-injection",
      theirs || /\bsecrets\b/.test(inner) ? "critical" : "blocking",
      theirs
        ? `Whoever fills \`${inner.slice(0, 60)}\` writes this script.`
        : `\`${inner.slice(0, 60)}\` is pasted into the script before the shell reads it.`,
      "Give it to the step by `env` and use the variable, in quotes.",
    );
  });
}

function printedSecrets(parsed: YamlParsed, path: At, script: string, env: Record<string, unknown>): CheckFinding[] {
  const names = Object.entries(env)
    .filter(([, value]) => /\$\{\{\s*secrets\b/.test(String(value)))
    .map(([name]) => name.replace(/[^\w]/g, ""));
  const used = names.length > 0 ? new RegExp(`\\$\\{?(?:${names.join("|")})\\b`) : null;
  let offset = 0;
  return script.split("\n").flatMap((line) => {
    const at = offset;
    offset += line.length + 1;
    if (!PRINTS.test(line) || !(used?.test(line) || /\$\{\{[^}]*\bsecrets\b/.test(line)) || /\|\s*\w/.test(line))
      return [];
    return [
      finding(
        lineInScript(parsed, [...path, "run"], script, at),
        "workflow-secret-printed",
        "critical",
        "A secret goes to the log.",
        "Pass it to the program that needs it by its environment or on its standard input.",
      ),
    ];
  });
}

/** The line of a place in a script. Block scalars begin on the line after their key; folded ones may be off by a few. */
function lineInScript(parsed: YamlParsed, path: At, script: string, offset: number): number {
  const down = script.slice(0, offset).split("\n").length - 1;
  return parsed.valueLine(path) + down + (parsed.style(path)?.startsWith("BLOCK") ? 1 : 0);
}
