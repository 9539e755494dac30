import { catalogDocument } from "#lib/core/api/documents/catalog.ts";
import { answersFile, answersJsonSchema } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import type { AskedStage } from "#lib/core/catalog/index.ts";
import { BadInput, data, EXIT, type ExitCode, json } from "../output.ts";

/** Prints the catalog, its JSON Schema, or an example answers file. */
export async function run(
  _: string,
  { stage, schema, example }: Record<string, string | boolean | undefined>,
): Promise<ExitCode> {
  if (schema) json(answersJsonSchema());
  else if (example) printExample(example);
  else json(catalogDocument(stage as AskedStage | undefined));
  return EXIT.done;
}

function printExample(name: string | true): void {
  const found = name === true ? examples[0] : examples.find(({ id }) => id === name);
  if (!found)
    throw new BadInput([
      {
        path: "--example",
        code: "unknown",
        message: `There is no example ${name}.`,
        hint: `Use one of ${examples.map(({ id }) => id).join(", ")}.`,
      },
    ]);
  data(answersFile(found.answers));
}
