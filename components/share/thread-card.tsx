"use client";
import { type ReactNode, useState } from "react";
import type { Result } from "#lib/core/result.ts";
import type { Answer, Thread } from "#lib/core/share/discussion.ts";
import { whenWords } from "#lib/core/view/when.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { SayForm, type SayFormProps } from "./say-form.tsx";

interface Props {
  thread: Thread;
  now: number;
  /** What stands above the first comment: what it is about, and the way there. */
  head?: ReactNode;
  /** The name answers go under; null for the owner. */
  name: SayFormProps["name"];
  onAnswer?(text: string, name: string): Promise<Result<unknown>>;
  /** More to do with the thread, beside "Answer". */
  children?: ReactNode;
}

/** A comment with its answers. What is settled is folded to one line. */
export function ThreadCard({ thread, now, head, name, onAnswer, children }: Props) {
  const [answering, setAnswering] = useState(false);
  const body = (
    <>
      <Said said={thread} now={now} />
      {thread.answers.map((answer) => (
        <div key={answer.id} className="border-line border-l-2 pl-3">
          <Said said={answer} now={now} />
        </div>
      ))}
      {answering && onAnswer ? (
        <SayForm
          label={`Answer ${thread.author}`}
          send="Send the answer"
          name={name}
          onSay={onAnswer}
          onDone={() => setAnswering(false)}
          onCancel={() => setAnswering(false)}
        />
      ) : (
        <div data-chrome className="flex flex-wrap gap-2">
          {onAnswer && (
            <Button size="sm" onClick={() => setAnswering(true)}>
              Answer<span className="sr-only"> {thread.author}</span>
            </Button>
          )}
          {children}
        </div>
      )}
    </>
  );
  return (
    <article
      id={`comment-${thread.id}`}
      aria-label={`${thread.author} on ${thread.about}`}
      className="scroll-mt-20 space-y-2.5 rounded border border-line bg-panel p-3 target:border-accent"
    >
      {head}
      {thread.resolvedAt === null ? (
        body
      ) : (
        <details>
          <summary className="flex flex-wrap items-center gap-2">
            <Badge tone="good">Resolved</Badge>
            <span className="min-w-0 truncate font-normal" dir="auto">
              {thread.author}: {thread.text.slice(0, 60)}
            </span>
          </summary>
          <div className="mt-2.5 space-y-2.5">{body}</div>
        </details>
      )}
    </article>
  );
}

/** Who said what, and when. */
function Said({ said, now }: { said: Answer; now: number }) {
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <strong dir="auto">{said.author}</strong>
        {said.byOwner && <Badge tone="accent">owner</Badge>}
        <span className="text-xs text-ink-soft">{whenWords(said.at, now)}</span>
      </p>
      <p dir="auto" className="mt-0.5 whitespace-pre-wrap">
        {said.text}
      </p>
    </div>
  );
}
