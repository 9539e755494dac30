import { answersFile, answersJsonSchema, isAsked } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import { ASKED_STAGES, type AskedStage, STAGE_DECISIONS } from "#lib/core/catalog/index.ts";
import { BadInput, data, EXIT, type ExitCode, json } from "../output.ts";

/** Prints the catalog, its JSON Schema, or an example answers file. */
export async function run(
  _: string,
  { stage, schema, example }: Record<string, string | boolean | undefined>,
): Promise<ExitCode> {
  if (schema) json(answersJsonSchema());
  else if (example) printExample(example);
  else json(catalogView(stage));
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

function catalogView(stage: string | boolean | undefined): unknown {
  if (stage !== undefined && !ASKED_STAGES.includes(stage as AskedStage))
    throw new BadInput([
      {
        path: "--stage",
        code: "unknown",
        message: `There is no stage ${stage}.`,
        hint: `Use one of ${ASKED_STAGES.join(", ")}.`,
      },
    ]);
  return ASKED_STAGES.filter((one) => stage === undefined || one === stage).map((one) => ({
    stage: one,
    decisions: STAGE_DECISIONS[one].map((decision) => ({
      id: decision.id,
      kind: decision.kind,
      label: decision.label,
      ask: decision.ask,
      why: decision.why,
      presence: decision.presence,
      asked_from_the_start: isAsked(decision, {}),
      ...("options" in decision
        ? {
            options: decision.options.map(({ id, label, summary, chooseWhen, costs, changes }) => ({
              id,
              label,
              summary,
              choose_when: chooseWhen,
              costs,
              changes,
            })),
          }
        : {}),
    })),
  }));
}
