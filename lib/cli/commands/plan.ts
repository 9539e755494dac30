import { planDocument } from "#lib/core/api/documents/plan.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { data, EXIT, type ExitCode, json, talk } from "../output.ts";
import { readAnswers } from "../read-answers.ts";

/** Prints the plan of a design: its tasks in order, and the decisions that have no template yet. */
export async function run(file: string, options: Record<string, string | boolean | undefined>): Promise<ExitCode> {
  const { blueprint } = render(readAnswers(file));
  if (options.json) {
    json(planDocument(blueprint));
    return EXIT.done;
  }
  for (const { id, path, effort, purpose, sha256 } of blueprint.tasks)
    data(`${id}  ${path}  (${effort}${sha256 === null ? ", no template yet" : ""})  ${purpose}`);
  for (const { message } of blueprint.gaps) talk(message);
  return EXIT.done;
}
