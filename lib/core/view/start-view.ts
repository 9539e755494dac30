import { answerAt } from "../catalog/access.ts";
import { examples } from "../catalog/examples.ts";
import { decisionAt } from "../catalog/index.ts";
import type { ProjectState } from "../project/state.ts";
import { answerWords } from "./answer-words.ts";
import { journeyView } from "./journey-view.ts";
import { whenWords } from "./when.ts";

/** A project and when it was last changed, in ISO 8601. */
interface StoredProject {
  updatedAt: string;
  state: ProjectState;
}

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
      if (words === "") return [];
      return [words === "None" ? `No ${decision?.label.toLowerCase()}` : words];
    }),
  }));
}

/** One of a person's own projects as the start page lists it. */
export interface ListedProject {
  id: string;
  title: string;
  description: string;
  /** "Tier 3", or empty as long as there is none. */
  tier: string;
  /** Where it stands: the step that comes next. */
  step: string;
  /** "18.5 of 25", or empty before the first review. */
  score: string;
  when: string;
}

/** A project as the start page lists it; `now` is in milliseconds. */
export function listedProject({ updatedAt, state }: StoredProject, now: number): ListedProject {
  const { steps, title } = journeyView(state);
  const { description = "", tier } = state.answers.intake ?? {};
  const last = state.trend.at(-1);
  return {
    id: state.id,
    title,
    description,
    tier: tier === undefined ? "" : `Tier ${tier}`,
    step: (steps.find(({ status }) => status !== "done") ?? steps.at(-1))?.title ?? "",
    score: last ? `${last.total} of 25` : "",
    when: whenWords(updatedAt, now),
  };
}
