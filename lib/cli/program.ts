import { Command, Option } from "commander";
import type { CommandSpec, Options, Run } from "./command.ts";

/** What a command line asks for. */
export interface Asked {
  load: CommandSpec["load"];
  args: readonly string[];
  options: Options;
}

/**
 * Commander with every command.
 * @param onAsked called with what the command line asks for
 * @throws commander's own error for a wrong command line, and for help and version, which are printed then
 */
export function programOf(specs: readonly CommandSpec[], version: string, onAsked: (asked: Asked) => void): Command {
  const program = new Command("plumbline")
    .description("Questions, review, plan and repository of a Python backend, without a browser")
    .version(version, "-V, --version", "print the version")
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .addHelpText("after", FOOT);
  for (const spec of specs) {
    const command = program.command(spec.name).description(spec.summary);
    for (const [argument, meaning] of spec.args) command.argument(argument, meaning);
    for (const { flags, meaning, choices, default: standard } of spec.options ?? []) {
      const option = new Option(flags, meaning).default(standard);
      command.addOption(choices ? option.choices(choices) : option);
    }
    command
      .option("--json", "print JSON")
      .addHelpText("after", `\nExamples:\n${spec.examples.map((line) => `  plumbline ${line}`).join("\n")}`)
      .action((...given: unknown[]) =>
        onAsked({
          load: spec.load,
          args: given.slice(0, -2).map(String),
          options: given.at(-2) as Options,
        }),
      );
  }
  return program;
}

const FOOT = `
Data goes to standard output, talk to standard error. Exit codes: 0 done, 1 findings or failing checks, 2 bad input,
3 our fault.`;

/** Runs what a command line asked for. */
export async function runAsked({ load, args: [first = "", second], options }: Asked): ReturnType<Run> {
  return (await load()).run(first, options, second);
}
