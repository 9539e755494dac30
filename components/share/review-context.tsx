"use client";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { Result } from "#lib/core/result.ts";
import type { Anchor } from "#lib/core/share/anchor.ts";
import type { Thread } from "#lib/core/share/discussion.ts";
import type { ReviewVerdict } from "#lib/core/share/limits.ts";

/** What a colleague can send through a link. */
export interface ReviewActions {
  say(input: {
    name: string;
    text: string;
    about: { anchor: Anchor } | { parentId: string };
  }): Promise<Result<unknown>>;
  judge(input: { name: string; text: string; verdict: ReviewVerdict }): Promise<Result<unknown>>;
}

interface ReviewState {
  threads: readonly Thread[];
  /** Milliseconds since 1970, as the server had it. */
  now: number;
  /** False where the link is to look only. */
  mayComment: boolean;
  actions: ReviewActions;
  name: string;
  setName(name: string): void;
}

const Review = createContext<ReviewState | null>(null);

/** The discussion around everything under the provider. */
export function useReview(): ReviewState {
  const review = useContext(Review);
  if (!review) throw new Error("useReview stands outside ReviewProvider");
  return review;
}

/** Where this browser keeps the name its person comments under. */
const NAME_KEY = "plumbline-reviewer";

interface Props extends Pick<ReviewState, "threads" | "now" | "mayComment" | "actions"> {
  children: ReactNode;
}

/** Gives every part of a shared page its threads, and remembers the reviewer's name in this browser only. */
export function ReviewProvider({ threads, now, mayComment, actions, children }: Props) {
  const [name, setName] = useState("");
  useEffect(() => setName(localStorage.getItem(NAME_KEY) ?? ""), []);
  const value = useMemo(
    () => ({
      threads,
      now,
      mayComment,
      actions,
      name,
      setName(next: string) {
        setName(next);
        localStorage.setItem(NAME_KEY, next);
      },
    }),
    [threads, now, mayComment, actions, name],
  );
  return <Review value={value}>{children}</Review>;
}
