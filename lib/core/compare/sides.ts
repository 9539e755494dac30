import type { PartialAnswers } from "../catalog/answers.ts";
import type { DeliveredFile } from "../delivery/repository.ts";
import type { Design } from "../design/design.ts";

/** Whatever has two sides stands as `left` and `right`, so that swapping the sides swaps just these. */
export interface Sides<T> {
  left: T;
  right: T;
}

export type Side = keyof Sides<unknown>;
/** The names of both sides, in the order in which they stand. */
export const SIDES: readonly Side[] = ["left", "right"];

/** A design as a comparison needs it: what was answered, and the repository that comes of it. */
export interface DesignSide {
  /** The answers as they were given, complete or not. */
  given: PartialAnswers;
  /** Dotted paths of answers that nobody gave; the files were drawn with suggestions for them. */
  assumed: readonly string[];
  design: Design;
  files: readonly DeliveredFile[];
  /** What has no template yet, in words. */
  gaps: readonly string[];
}

/** The same question asked of both sides. */
export const both = <S, T>({ left, right }: Sides<S>, of: (side: S) => T): Sides<T> => ({
  left: of(left),
  right: of(right),
});

/** Names of either side, each once, in code-unit order: the same whichever side comes first. */
export const namesOf = ({ left, right }: Sides<Iterable<string>>): string[] => [...new Set([...left, ...right])].sort();
