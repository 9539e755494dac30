import { contractOf } from "#lib/core/blueprint/contract-of.ts";
import { contractText } from "#lib/core/blueprint/contract-text.ts";
import { checksFor } from "#lib/core/checks/check.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { data, EXIT, type ExitCode, json, talk } from "../output.ts";
import { readAnswers } from "../read-answers.ts";

/** Prints the plan of a design: its tasks in order, and the decisions that have no template yet. */
export async function run(file: string, options: Record<string, string | boolean | undefined>): Promise<ExitCode> {
  const { tasks, gaps } = render(readAnswers(file)).blueprint;
  if (options.json) {
    json({
      tasks: tasks
        .map((task) => ({ ...task, contract: contractOf(task) }))
        .map(({ id, path, phase, purpose, after, effort, because, contract, sha256, unfinished, gap }) => ({
          id,
          path,
          phase,
          purpose,
          dependencies: after,
          effort,
          because,
          contract: contract ? contractText(contract) : null,
          checks: checksFor(path).map((check) => check.id),
          template: sha256 !== null,
          unfinished,
          ...(gap ? { gap } : {}),
        })),
      gaps,
    });
    return EXIT.done;
  }
  for (const { id, path, effort, purpose, sha256 } of tasks)
    data(`${id}  ${path}  (${effort}${sha256 === null ? ", no template yet" : ""})  ${purpose}`);
  for (const { message } of gaps) talk(message);
  return EXIT.done;
}
