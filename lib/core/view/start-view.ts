import { answerAt } from "../catalog/access.ts";
import { examples } from "../catalog/examples.ts";
import { decisionAt } from "../catalog/index.ts";
import { currentStep } from "../project/progress.ts";
import type { ProjectState } from "../project/state.ts";
import { answerWords } from "./answer-words.ts";
import { journeyView, projectTitle } from "./journey-view.ts";
import { whenWords } from "./when.ts";

/** The answers an example is told by. */
const TELLING = ["intake.tier", "intake.purpose", "architecture.persistence", "features.api"];

/** The example designs as the start page lists them. */
export function exampleCards(): { id: string; title: string; line: string; facts: string[] }[] {
  return examples.map(({ id, title, line, answers }) => ({
    id,
    title,
    line,
    facts: TELLING.flatMap((path) => {
      const decision = decisionAt(path);
      const words = decision ? answerWords(decision, answerAt(answers, path)) : "";
      return words === "" ? [] : [words];
    }),
  }));
}

/** One of a person's own projects as the start page lists it. */
export function recentProject(
  { id, updatedAt, state }: { id: string; updatedAt: string; state: ProjectState },
  now: number,
) {
  const step = journeyView(state).steps.find((one) => one.step === currentStep(state));
  const last = state.trend.at(-1);
  return {
    id,
    title: projectTitle(state),
    description: state.answers.intake?.description ?? "",
    step: step?.title ?? "",
    score: last ? `${last.total} of 25` : "",
    when: whenWords(updatedAt, now),
  };
}
