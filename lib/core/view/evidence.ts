import type { PartialAnswers } from "../catalog/answers.ts";
import type { Evidence } from "./decision-view.ts";

export function evidenceFor(_path: string, _answers: PartialAnswers): Evidence | null {
  return null;
}
