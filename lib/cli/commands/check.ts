import { checkDocument } from "#lib/core/api/documents/check.ts";
import { parseAnswers } from "#lib/core/catalog/answers.ts";
import { BadInput, data, EXIT, type ExitCode, json } from "../output.ts";
import { readDocument } from "../read-answers.ts";

/** Validates an answers file. */
export async function run(file: string, options: Record<string, string | boolean | undefined>): Promise<ExitCode> {
  const parsed = parseAnswers(readDocument(file));
  if (!parsed.ok) throw new BadInput(parsed.error);
  if (options.json) json(checkDocument([]));
  else data("The answers are complete and fit together.");
  return EXIT.done;
}
