import type { Options } from "../command.ts";
import { completionOf } from "../completion.ts";
import { BadInput, data, EXIT, type ExitCode, json } from "../output.ts";
import { COMMANDS, SHELLS } from "./index.ts";

/** Prints the completion script of a shell. */
export async function run(named: string, options: Options): Promise<ExitCode> {
  const shell = SHELLS.find((one) => one === named);
  if (!shell)
    throw new BadInput([
      {
        path: "shell",
        code: "unknown",
        message: `There is no completion for ${named}.`,
        hint: `Use one of ${SHELLS.join(", ")}.`,
      },
    ]);
  const script = completionOf(shell, COMMANDS);
  if (options.json) json({ shell, script });
  else data(script);
  return EXIT.done;
}
