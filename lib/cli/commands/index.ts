import type { AgentId } from "#lib/core/blueprint/agents.ts";
import type { AskedStage } from "#lib/core/catalog/index.ts";
import type { SandboxName } from "#lib/core/checks/check.ts";
import type { ForgeId, PushOrder } from "#lib/core/delivery/push-order.ts";
import type { ReportForm } from "#lib/core/report/forms.ts";
import type { CommandSpec } from "../command.ts";

const ANSWERS = ["<answers>", "an answers file, or - for standard input"] as const;

// Written out, though the compiler holds them to their declarations, neither more nor less: loading those would make
// every command start later.
const STAGES = listed<AskedStage>({ intake: 0, architecture: 0, structure: 0, features: 0 });
const AGENTS = listed<AgentId>({ generic: 0, "claude-code": 0, cursor: 0, copilot: 0 });
const FORMS = listed<ReportForm>({ md: 0, html: 0, json: 0, txt: 0 });
const SANDBOXES = listed<SandboxName>({ docker: 0, embedded: 0 });
const FORGES = listed<ForgeId>({ github: 0, gitlab: 0 });
const HISTORIES = listed<PushOrder["history"]>({ one: 0, tasks: 0 });
export const SHELLS = ["bash", "zsh", "fish"] as const;

/** Every command, in the order in which a person needs them. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: "questions",
    summary: "the catalog of questions",
    args: [],
    options: [
      { flags: "--stage <stage>", meaning: "only this stage", choices: STAGES },
      { flags: "--schema", meaning: "the JSON Schema of an answers file" },
      { flags: "--example [name]", meaning: "an example answers file" },
    ],
    examples: ["questions --stage intake", "questions --example > answers.json"],
    load: () => import("./questions.ts"),
  },
  {
    name: "check",
    summary: "validates an answers file and lists every problem",
    args: [ANSWERS],
    examples: ["check answers.json", "check --json - < answers.json"],
    load: () => import("./check.ts"),
  },
  {
    name: "tier",
    summary: "suggested tier, confidence, signals",
    args: [ANSWERS],
    examples: ["tier answers.json"],
    load: () => import("./tier.ts"),
  },
  {
    name: "review",
    summary: "the critic's scores and findings; exit code 1 when there is something to mend",
    args: [ANSWERS],
    options: [
      {
        flags: "--checkpoint <n>",
        meaning: "1 judges the core decisions, 2 the whole design",
        choices: ["1", "2"],
        default: "2",
      },
    ],
    examples: ["review answers.json", "review answers.json --checkpoint 1 --json"],
    load: () => import("./review.ts"),
  },
  {
    name: "plan",
    summary: "the tasks in order",
    args: [ANSWERS],
    examples: ["plan answers.json"],
    load: () => import("./plan.ts"),
  },
  {
    name: "prompt",
    summary: "the sub-prompt of one task",
    args: [ANSWERS, ["<task>", "TASK-001, or the path of its file"]],
    options: [{ flags: "--agent <agent>", meaning: "for whom it is written", choices: AGENTS, default: "generic" }],
    examples: ["prompt answers.json TASK-007", "prompt answers.json README.md --agent cursor"],
    load: () => import("./prompt.ts"),
  },
  {
    name: "render",
    summary: "writes the whole repository",
    args: [ANSWERS],
    options: [
      { flags: "--out <dir>", meaning: "an empty or new folder" },
      { flags: "--zip <file>", meaning: "a zip file, or - for standard output" },
      { flags: "--report", meaning: "with the report inside: docs/design-report.md" },
      { flags: "--git", meaning: "with a git history: one commit for each file" },
      { flags: "--author <signature>", meaning: "who signs the history: 'Ada Lovelace <ada@example.org>'" },
    ],
    examples: ["render answers.json --out ../my-service", "render - --zip my-service.zip < answers.json"],
    load: () => import("./render.ts"),
  },
  {
    name: "push",
    summary: "pushes the whole repository to GitHub or GitLab; the same command continues what broke off",
    args: [ANSWERS],
    options: [
      { flags: "--forge <forge>", meaning: "where", choices: FORGES, default: "github" },
      { flags: "--repo <place>", meaning: "OWNER/NAME, or NAME for an account of your own" },
      {
        flags: "--branch <branch>",
        meaning: "onto a branch of what exists, with a request to merge; else a new repository",
      },
      { flags: "--public", meaning: "a new repository that everyone sees" },
      { flags: "--history <kind>", meaning: "one commit, or one for each file", choices: HISTORIES, default: "one" },
      { flags: "--report", meaning: "with the report inside: docs/design-report.md" },
      { flags: "--base-url <address>", meaning: "GitHub Enterprise or a GitLab of your own" },
      { flags: "--token-stdin", meaning: "reads the token from standard input; else from PLUMBLINE_PUSH_TOKEN" },
      { flags: "--dry-run", meaning: "lists what would be pushed and asks nobody" },
    ],
    examples: [
      "push answers.json --repo clinic-org/clinic-booking --dry-run",
      "push answers.json --repo clinic-org/clinic-booking --branch plumbline/delivery --token-stdin < token",
    ],
    load: () => import("./push.ts"),
  },
  {
    name: "compare",
    summary: "what two designs have in common, and what not; exit code 1 when they differ",
    args: [
      ["<left>", "an answers file, or - for standard input"],
      ["<right>", "another one"],
    ],
    options: [{ flags: "--patch", meaning: "a patch for git apply, from the left repository to the right one" }],
    examples: ["compare old.json new.json", "compare old.json new.json --patch > change.patch"],
    load: () => import("./compare.ts"),
  },
  {
    name: "report",
    summary: "the report of a design or of a delivered repository: decisions, reviews, plan, files, checks",
    args: [["<project>", "an answers file, - for standard input, or a delivered folder or zip with its evidence"]],
    options: [{ flags: "--format <form>", meaning: "what it is written in", choices: FORMS, default: "md" }],
    examples: ["report answers.json > report.md", "report my-service.zip --format html > report.html"],
    load: () => import("./report.ts"),
  },
  {
    name: "validate",
    summary: "proves a rendered repository as it stands in a folder; exit code 1 when a check fails",
    args: [["<dir>", "the folder of a rendered repository"]],
    options: [
      {
        flags: "--sandbox <name>",
        meaning: "where; without it, Docker where its image is ready",
        choices: SANDBOXES,
      },
      { flags: "--write-evidence", meaning: "keep what was found in .plumbline/evidence.json" },
    ],
    examples: ["validate ../my-service", "validate ../my-service --sandbox docker --write-evidence"],
    load: () => import("./validate.ts"),
  },
  {
    name: "verify",
    summary: "compares a delivered repository with its manifest; exit code 1 when something differs",
    args: [["<dir>", "the folder of a delivered repository"]],
    examples: ["verify ../my-service"],
    load: () => import("./verify.ts"),
  },
  {
    name: "completion",
    summary: "a script that lets your shell complete these commands",
    args: [["<shell>", SHELLS.join(", ")]],
    examples: ["completion bash > ~/.local/share/bash-completion/completions/plumbline"],
    load: () => import("./completion.ts"),
  },
];

function listed<T extends string>(every: Record<T, 0>): readonly string[] {
  return Object.keys(every);
}
