import { type Answers, answersSchema, parseAnswers } from "../../catalog/answers.ts";
import { examples } from "../../catalog/examples.ts";
import type { Body } from "../operation.ts";

export const answersDocumentSchema = answersSchema().meta({
  id: "Answers",
  description: "A complete answers document: .plumbline/answers.json of a delivered repository.",
});

/** A complete answers document: read as everywhere else, with one problem for each fault. */
export const answersBody: Body<Answers> = {
  schema: answersDocumentSchema,
  example: examples[0]?.answers,
  read: parseAnswers,
};
