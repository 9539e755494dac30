import type { catalog } from "./index.ts";
import type { AnswerOf } from "./define.ts";

type Catalog = typeof catalog;
type AskedStage = keyof Catalog;

type Always<S> = { [K in keyof S]: S[K] extends { presence: "required" } ? K : never }[keyof S];
type Sometimes<S> = Exclude<keyof S, Always<S>>;
type StageAnswers<S> = { [K in Always<S>]: AnswerOf<S[K]> } & { [K in Sometimes<S>]?: AnswerOf<S[K]> | undefined };

/** A complete answers document (DESIGN 7), derived from the catalog. */
export type Answers = { plumbline: 1 } & { [S in AskedStage]: StageAnswers<Catalog[S]> };

/** The answers so far: any of them may be missing. */
export type PartialAnswers = { [S in AskedStage]?: { [K in keyof Catalog[S]]?: AnswerOf<Catalog[S][K]> | undefined } };
