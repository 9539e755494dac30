import type { ExitCode } from "./output.ts";

/** What a person wrote after a command: its options by their long name. */
export type Options = Record<string, string | boolean | undefined>;

/** What a command does with its arguments, in the order of their declaration. */
export type Run = (first: string, options: Options, second?: string) => Promise<ExitCode>;

export interface Option {
  /** As commander reads it: `--out <dir>`. */
  flags: string;
  meaning: string;
  /** The only values that are taken; every other one is refused with this list. */
  choices?: readonly string[];
  default?: string;
}

/** One command, declared once: the parser, the help, the completion of shells and the tests derive from it. */
export interface CommandSpec {
  name: string;
  summary: string;
  /** As commander reads them, each with what it is: `["<answers>", "an answers file, or - for standard input"]`. */
  args: readonly (readonly [spec: string, meaning: string])[];
  options?: readonly Option[];
  /** Command lines that work, without the name of the program. */
  examples: readonly string[];
  /** Loaded only when it is called, so that the others start fast. */
  load(): Promise<{ run: Run }>;
}
