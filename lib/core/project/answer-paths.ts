import type { PartialAnswers } from "../catalog/answers.ts";

type Tree = Record<string, unknown>;

/** The value at a dotted decision path such as `architecture.logging`; undefined when there is no answer. */
export function answerAt(answers: PartialAnswers, path: string): unknown {
  const [stage, id] = split(path);
  const group = (answers as Tree)[stage];
  return id === undefined ? group : (group as Tree | undefined)?.[id];
}

/** A copy of the answers with one answer set, or removed when the value is undefined. */
export function withAnswer(answers: PartialAnswers, path: string, value: unknown): PartialAnswers {
  const [stage, id] = split(path);
  if (id === undefined) return without({ ...answers, [stage]: value } as Tree, stage, value) as PartialAnswers;
  const group = without({ ...((answers as Tree)[stage] as Tree | undefined), [id]: value }, id, value);
  return { ...answers, [stage]: group } as PartialAnswers;
}

function without(tree: Tree, key: string, value: unknown): Tree {
  if (value === undefined) delete tree[key];
  return tree;
}

function split(path: string): [string, string | undefined] {
  const dot = path.indexOf(".");
  return dot === -1 ? [path, undefined] : [path.slice(0, dot), path.slice(dot + 1)];
}
