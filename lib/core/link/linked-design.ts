import { answerAt } from "../catalog/access.ts";
import type { PartialAnswers } from "../catalog/answers.ts";
import { ASKED_STAGES, pathOf, STAGE_DECISIONS } from "../catalog/index.ts";
import { stages } from "../catalog/stages.ts";
import { ok, type Problem, type Result, refuse } from "../result.ts";
import { answerWords } from "../view/answer-words.ts";
import { projectTitle } from "../view/journey-view.ts";
import { readTolerantly } from "./read-tolerantly.ts";

/** What a link holds, as one looks at it before anything is stored. */
export interface LinkedDesign {
  title: string;
  answered: number;
  stages: { title: string; answers: { label: string; words: string }[] }[];
  /** What was left out, once for each answer. */
  warnings: Problem[];
}

/** Reads the text of a link: its answers, and how they look. */
export function readLinkedDesign(text: string): Result<{ answers: PartialAnswers; design: LinkedDesign }> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse(
      "link",
      "bad-link",
      "The link holds no answers document.",
      "Copy it again, or ask for the answers file.",
    );
  }
  const read = readTolerantly(json);
  if (!read.ok) return read;
  const { answers, warnings } = read.value;
  const shown = ASKED_STAGES.map((stage) => ({
    title: stages.find(({ id }) => id === stage)?.title ?? stage,
    answers: STAGE_DECISIONS[stage].flatMap((decision) => {
      const words = answerWords(decision, answerAt(answers, pathOf(decision)));
      return words === "" ? [] : [{ label: decision.label, words }];
    }),
  })).filter((stage) => stage.answers.length > 0);
  const answered = shown.reduce((sum, stage) => sum + stage.answers.length, 0);
  if (answered === 0)
    return refuse(
      "link",
      "empty-link",
      "The link holds no answer that can be read.",
      "Ask for the answers file instead.",
    );
  return ok({ answers, design: { title: projectTitle({ answers }), answered, stages: shown, warnings } });
}
