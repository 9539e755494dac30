import { parseAnswers } from "#lib/core/catalog/answers.ts";
import { ANSWERS_PATH } from "#lib/core/delivery/repository.ts";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import { type Rendered, render } from "./toolbox.ts";

/** The design of a delivered repository, by the text of its answers file; null where it has none. */
export function deliveredDesign(text: string | null): Result<Rendered> {
  if (text === null)
    return refuse(
      ANSWERS_PATH,
      "missing",
      "There is no answers file, so nothing says what the files must be.",
      "Name the top folder of a repository that Plumbline rendered.",
    );
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    return refuse(
      ANSWERS_PATH,
      "not-json",
      `This is not JSON: ${(cause as Error).message}.`,
      "Restore it from the delivery.",
    );
  }
  const answers = parseAnswers(document);
  return answers.ok ? ok(render(answers.value)) : answers;
}
