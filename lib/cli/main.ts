import { Command, CommanderError } from "commander";
import { BadInput, CannotRun, EXIT, type ExitCode, json, problemLine, talk } from "./output.ts";

/** Each command is loaded only when it is called, so that the others start fast. */
const program = new Command("plumbline")
  .description("Questions, review, plan and repository of a Python backend, without a browser")
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })
  .showHelpAfterError("(plumbline --help lists the commands)");

let wantsJson = false;
let exit: ExitCode = EXIT.done;

type Run = (answers: string, options: Record<string, string | boolean | undefined>, more?: string) => Promise<ExitCode>;

function command(spec: string, description: string, load: () => Promise<{ run: Run }>): Command {
  return program
    .command(spec)
    .description(description)
    .option("--json", "print JSON")
    .action(async (...args: unknown[]) => {
      const options = args.at(-2) as Record<string, string | boolean | undefined>;
      const [first, second] = args.slice(0, -2) as (string | undefined)[];
      wantsJson = options.json === true;
      exit = await (await load()).run(first ?? "", options, second);
    });
}

command("questions", "the catalog of questions", () => import("./commands/questions.ts"))
  .option("--stage <stage>", "only this stage")
  .option("--schema", "the JSON Schema of an answers file")
  .option("--example [name]", "an example answers file");
command("check <answers>", "validates an answers file and lists every problem", () => import("./commands/check.ts"));
command("tier <answers>", "suggested tier, confidence, signals", () => import("./commands/tier.ts"));
command("review <answers>", "the critic's scores and findings", () => import("./commands/review.ts")).option(
  "--checkpoint <n>",
  "1 or 2",
  "2",
);
command("plan <answers>", "the tasks in order", () => import("./commands/plan.ts"));
command(
  "prompt <answers> <task>",
  "the sub-prompt of one task (TASK-001, or its path)",
  () => import("./commands/prompt.ts"),
).option("--agent <agent>", "generic, claude-code, cursor or copilot", "generic");
command("render <answers>", "writes the whole repository", () => import("./commands/render.ts"))
  .option("--out <dir>", "an empty or new folder")
  .option("--zip <file>", "a zip file");
command(
  "compare <left> <right>",
  "what two designs have in common, and what not",
  () => import("./commands/compare.ts"),
).option("--patch", "a patch for git apply, from the left repository to the right one");
command(
  "report <answers>",
  "the report of a design: decisions, reviews, plan, files",
  () => import("./commands/report.ts"),
).option("--format <form>", "md, html, json or txt", "md");
command(
  "validate <dir>",
  "proves a rendered repository as it stands in a folder",
  () => import("./commands/validate.ts"),
)
  .option("--sandbox <name>", "docker or embedded; without it, Docker where its image is ready")
  .option("--write-evidence", "keep what was found in .plumbline/evidence.json");
command("verify <dir>", "compares a delivered repository with its manifest", () => import("./commands/verify.ts"));

try {
  await program.parseAsync();
} catch (cause) {
  exit = explain(cause);
}
process.exitCode = exit;

function explain(cause: unknown): ExitCode {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.done : EXIT.badInput;
  if (cause instanceof BadInput) {
    if (wantsJson) json({ problems: cause.problems });
    for (const problem of cause.problems) talk(problemLine(problem));
    return EXIT.badInput;
  }
  if (cause instanceof CannotRun) {
    if (wantsJson) json({ problems: [cause.problem] });
    talk(problemLine(cause.problem));
    return EXIT.fault;
  }
  talk(`plumbline failed, and it is our fault: ${(cause as Error).stack ?? String(cause)}`);
  return EXIT.fault;
}
