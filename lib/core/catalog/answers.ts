import { err, ok, type Problem, type Result, refuse } from "../result.ts";
import { answerAt, type LooseAnswers, unanswered, unaskedAnswers, withAnswer, withSilences } from "./access.ts";
import { COMBINATIONS } from "./combinations.ts";
import type { AnswerOf, ChoicesDecision, Decision, Presence } from "./define.ts";
import { guarded } from "./guard.ts";
import {
  ASKED_STAGES,
  type AskedStage,
  type catalog,
  decisionAt,
  decisions,
  pathOf,
  STAGE_DECISIONS,
} from "./index.ts";
import { readReasons } from "./reasons.ts";
import { shaped } from "./shape.ts";
import { unknownDecision, unknownKey } from "./unknown-key.ts";

export { canonicalJson } from "../canonical-json.ts";
export { answerAt, unaskedAnswers } from "./access.ts";
export { answersJsonSchema, answersSchema } from "./answers-schema.ts";
export { reasonsNeeded, stageProblems } from "./stage-problems.ts";

type Catalog = typeof catalog;
type Always<S> = { [K in keyof S]: S[K] extends { presence: "required" } ? K : never }[keyof S];
type Sometimes<S> = Exclude<keyof S, Always<S>>;
type StageAnswers<S> = { [K in Always<S>]: AnswerOf<S[K]> } & { [K in Sometimes<S>]?: AnswerOf<S[K]> | undefined };

/** A complete answers document (DESIGN 7), derived from the catalog. */
export type Answers = { plumbline: 1; reasons?: Record<string, string> | undefined } & {
  [S in AskedStage]: StageAnswers<Catalog[S]>;
};

/** The answers so far: any of them may be missing. */
export type PartialAnswers = { plumbline?: 1 | undefined; reasons?: Record<string, string> | undefined } & {
  [S in AskedStage]?: { [K in keyof Catalog[S]]?: AnswerOf<Catalog[S][K]> | undefined } | undefined;
};

/** Reads one answer: its shape, then its meaning. Several choices come back in the order of the options. */
function readAnswer(decision: Decision, value: unknown, answers: PartialAnswers): Result<unknown> {
  const path = pathOf(decision);
  const shape = shaped<unknown>(decision.schema, value, path);
  if (!shape.ok) return shape;
  const kept = decision.kind === "choices" ? inOptionOrder(decision, shape.value as string[]) : shape;
  if (!kept.ok) return kept;
  const problems = decision.check?.(kept.value as never, path, answers) ?? [];
  return problems.length > 0 ? err(problems) : kept;
}

/** Several choices in the order of the options, so that the order a person clicked in says nothing. */
function inOptionOrder(
  decision: ChoicesDecision<string, string, Presence>,
  given: readonly string[],
): Result<string[]> {
  if (new Set(given).size < given.length)
    return refuse(pathOf(decision), "repeated", "An option stands in the list twice.", "Name each once.");
  return ok(decision.options.map(({ id }) => id).filter((id) => given.includes(id)));
}

/** Answers that are right by themselves and do not go together. */
export const combinationProblems = (answers: PartialAnswers): Problem[] =>
  COMBINATIONS.filter(({ reads }) => reads.every((path) => answerAt(answers, path) !== undefined)).flatMap(
    (it) => it.problem(answers) ?? [],
  );

/**
 * Reads one answer as a whole document would be read, without what it does to the others.
 * @param path a decision, such as `architecture.logging`
 * @returns the answer as it will be kept (texts in NFC, several choices in the order of the options)
 */
export function checkAlone(path: string, value: unknown, answers: PartialAnswers): Result<unknown> {
  const decision = decisionAt(path);
  if (!decision) return err([unknownDecision(path)]);
  const copy = guarded(value, path);
  return copy.ok ? readAnswer(decision, copy.value, answers) : copy;
}

/** Checks one answer against the others, with the messages a whole document would get: the form uses it live. */
export function checkAnswer(path: string, value: unknown, answers: PartialAnswers): Result<unknown> {
  const read = checkAlone(path, value, answers);
  if (!read.ok) return read;
  const problems = combinationProblems(withAnswer(answers, path, read.value)).filter((problem) =>
    problem.path.startsWith(path),
  );
  return problems.length > 0 ? err(problems) : read;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

interface Reading {
  answers: PartialAnswers;
  problems: Problem[];
  /** Decisions and stages whose absence is already explained by a problem. */
  explained: ReadonlySet<string>;
}

/** The stages of a document that are objects; everything else at the top becomes a problem. */
function readStages(given: Record<string, unknown>, problems: Problem[]): LooseAnswers {
  problems.push(
    ...Object.keys(given)
      .filter((key) => key !== "plumbline" && key !== "reasons" && !ASKED_STAGES.includes(key as AskedStage))
      .map((key) => unknownKey(null, key)),
  );
  if (given.plumbline !== undefined && given.plumbline !== 1) {
    problems.push({
      path: "plumbline",
      code: "unknown_version",
      message: `This is version ${JSON.stringify(given.plumbline).slice(0, 20)} of the document; only version 1 is known.`,
      hint: 'Write "plumbline": 1.',
    });
  }
  const stages: LooseAnswers = {};
  for (const stage of ASKED_STAGES) {
    const part = given[stage];
    if (part === undefined) continue;
    if (!isObject(part)) {
      problems.push({
        path: stage,
        code: "wrong_type",
        message: "A stage is an object of answers.",
        hint: `Write "${stage}": { ... }.`,
      });
      continue;
    }
    stages[stage] = part;
    problems.push(
      ...Object.keys(part)
        .filter((id) => !decisionAt(`${stage}.${id}`))
        .map((id) => unknownKey(stage, id)),
    );
  }
  return stages;
}

/** Reads what is there, strictly; says nothing about what is missing. */
function readGiven(json: unknown): Result<Reading> {
  const copy = guarded(json);
  if (!copy.ok) return copy;
  const given: unknown = copy.value;
  if (!isObject(given))
    return refuse(
      "",
      "wrong_type",
      "An answers document is a JSON object.",
      'It begins with { "plumbline": 1, "intake": { ...',
    );
  const problems: Problem[] = [];
  const stages = readStages(given, problems);
  let answers: PartialAnswers = given.plumbline === 1 ? { plumbline: 1 } : {};
  for (const stage of ASKED_STAGES) if (stages[stage]) answers = { ...answers, [stage]: {} };
  for (const decision of decisions) {
    const value = answerAt(stages as PartialAnswers, pathOf(decision));
    if (value === undefined) continue;
    const read = readAnswer(decision, value, answers);
    if (read.ok) answers = withAnswer(answers, pathOf(decision), read.value);
    else problems.push(...read.error);
  }
  const reasons = readReasons(given.reasons);
  problems.push(...reasons.problems);
  if (Object.keys(reasons.value).length > 0) answers = { ...answers, reasons: reasons.value };
  const explained = new Set(problems.map(({ path }) => path.split(/[.[]/).slice(0, 2).join(".")));
  return ok({ answers, problems, explained });
}

/** Reads a draft: every answer given has to be right, any may be missing. */
export function parsePartial(json: unknown): Result<PartialAnswers> {
  const read = readGiven(json);
  if (!read.ok) return read;
  const problems = [...read.value.problems, ...combinationProblems(read.value.answers)];
  return problems.length > 0 ? err(problems) : ok(read.value.answers);
}

/**
 * Reads a complete answers document (DESIGN 7), strictly: one problem per fault, each with its dotted path, what is wrong
 * and what would be right. A feature left out is its NO; a list left out is empty.
 */
export function parseAnswers(json: unknown): Result<Answers> {
  const read = readGiven(json);
  if (!read.ok) return read;
  const { answers, explained } = read.value;
  const problems = [...read.value.problems];
  if (answers.plumbline !== 1 && !explained.has("plumbline"))
    problems.unshift({
      path: "plumbline",
      code: "missing",
      message: "The version of the document is missing.",
      hint: 'Write "plumbline": 1.',
    });
  for (const decision of unanswered(answers)) {
    const path = pathOf(decision);
    if (explained.has(path) || explained.has(decision.stage)) continue;
    problems.push({
      path,
      code: "missing",
      message: `${decision.label} is missing: ${decision.ask}`,
      hint: answerHint(decision),
    });
  }
  for (const path of unaskedAnswers(answers)) {
    problems.push({
      path,
      code: "not_asked",
      message: `${decisionAt(path)?.label} does not apply to the other answers.`,
      hint: "Remove it.",
    });
  }
  const complete = withSilences(answers);
  problems.push(...combinationProblems(complete).filter(({ path }) => !explained.has(path)));
  return problems.length > 0 ? err(problems) : ok(inOrder(complete) as Answers);
}

function answerHint(decision: Decision): string {
  if ("options" in decision) return `Use one of ${decision.options.map(({ id }) => id).join(", ")}.`;
  return decision.kind === "list" ? "Add the list; it may be empty: []." : "Add it.";
}

/** The answers with keys in the order of the catalog. */
function inOrder(answers: PartialAnswers): PartialAnswers {
  const ordered: LooseAnswers = {};
  for (const stage of ASKED_STAGES) {
    const given = STAGE_DECISIONS[stage].map((decision) => [decision.id, answerAt(answers, pathOf(decision))] as const);
    ordered[stage] = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  }
  return { plumbline: 1, ...(ordered as PartialAnswers), ...(answers.reasons ? { reasons: answers.reasons } : {}) };
}

/** The answers file as it is delivered: keys in the order of the catalog, two spaces, a final line break. */
export const answersFile = (answers: Answers): string => `${JSON.stringify(inOrder(answers), null, 2)}\n`;
