import { useCallback, useRef, useState } from "react";
import { canonicalJson } from "#lib/core/canonical-json.ts";
import type { Change } from "../journey/save-queue.ts";

/** Answers that are tried and not given, by path: that of one question, and what its editor changes along with it. */
export type Wish = ReadonlyMap<string, unknown>;

/** The question whose other answers are looked at; each time it is opened counts as another turn. */
interface Asked {
  path: string;
  turn: number;
  open: boolean;
}

const NOTHING: Wish = new Map();

/** In what a wish differs from the answers that the page shows. */
export const changesOf = (wish: Wish, shown: (path: string) => unknown): Change[] =>
  [...wish]
    .filter(([path, value]) => canonicalJson(value) !== canonicalJson(shown(path)))
    .map(([path, value]) => ({ path, value }));

/** The wishes of a stage page, by question. One that is neither taken nor dropped waits as long as the page is open. */
export function useWishes() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [wishes, setWishes] = useState<ReadonlyMap<string, Wish>>(new Map());
  const taken = useRef<{ path: string; changes: readonly Change[] } | null>(null);

  const open = useCallback(
    (path: string) => setAsked((last) => ({ path, turn: (last?.turn ?? 0) + 1, open: true })),
    [],
  );
  const close = useCallback(() => setAsked((last) => last && { ...last, open: false }), []);
  const edit = useCallback((path: string, changes: readonly Change[]) => {
    const more = changes.map(({ path, value }): [string, unknown] => [path, value]);
    setWishes((before) => new Map(before).set(path, new Map([...(before.get(path) ?? NOTHING), ...more])));
  }, []);
  const drop = useCallback(
    (path: string) => {
      setWishes((before) => new Map([...before].filter(([one]) => one !== path)));
      close();
    },
    [close],
  );
  /** A wish ends as an answer of the page. */
  const take = useCallback(
    (path: string, changes: readonly Change[]) => {
      taken.current = { path, changes };
      drop(path);
    },
    [drop],
  );
  /** The person went back on changes: if they were a wish, it waits again. */
  const giveBack = (changes: readonly Change[] | undefined) => {
    if (taken.current && taken.current.changes === changes) edit(taken.current.path, changes);
  };
  return {
    asked,
    wishOf: (path: string): Wish => wishes.get(path) ?? NOTHING,
    open,
    close,
    edit,
    drop,
    take,
    giveBack,
  };
}
