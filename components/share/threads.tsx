"use client";
import { MessageSquarePlus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { type Anchor, anchorKey } from "#lib/core/share/anchor.ts";
import type { Thread } from "#lib/core/share/discussion.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { useReview } from "./review-context.tsx";
import { SayForm } from "./say-form.tsx";
import { ThreadCard } from "./thread-card.tsx";

interface Props {
  anchor: Anchor;
  /** What one comments on, as it goes on after "Comment on". */
  about: string;
  /** The form stands open from the beginning. */
  writing?: boolean;
}

/** The threads about one part, and the way to begin another. */
export function Threads({ anchor, about, writing: begun = false }: Props) {
  const { threads, mayComment, actions, name, setName } = useReview();
  const [writing, setWriting] = useState(begun);
  const here = threads.filter(({ key }) => key === anchorKey(anchor));
  return (
    <div className="space-y-2">
      {here.map((thread) => (
        <ReviewThread key={thread.id} thread={thread} />
      ))}
      {mayComment &&
        (writing ? (
          <SayForm
            label={`Comment on ${about}`}
            send="Send the comment"
            name={{ value: name, onChange: setName }}
            onSay={(text, by) => actions.say({ text, name: by, about: { anchor } })}
            onDone={() => setWriting(false)}
            onCancel={() => setWriting(false)}
          />
        ) : (
          <Button
            data-chrome
            size="sm"
            look="quiet"
            icon={<MessageSquarePlus aria-hidden className="size-3.5" />}
            onClick={() => setWriting(true)}
          >
            Comment<span className="sr-only"> on {about}</span>
          </Button>
        ))}
    </div>
  );
}

/** A thread as a colleague has it: to read, and to answer where the link takes comments. */
export function ReviewThread({ thread, head }: { thread: Thread; head?: ReactNode }) {
  const { now, mayComment, actions, name, setName } = useReview();
  return (
    <ThreadCard
      thread={thread}
      now={now}
      head={head}
      name={{ value: name, onChange: setName }}
      {...(mayComment
        ? { onAnswer: (text: string, by: string) => actions.say({ text, name: by, about: { parentId: thread.id } }) }
        : {})}
    />
  );
}

/** A part of the page with its comments in the margin; on narrow screens they stand below it. */
export function WithMargin({
  anchor,
  about,
  className,
  children,
}: Props & { className?: string; children: ReactNode }) {
  return (
    <div className={cx("grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-2 lg:grid-cols-[minmax(0,1fr)_20rem]", className)}>
      <div className="min-w-0">{children}</div>
      <div className="lg:-mt-1">
        <Threads anchor={anchor} about={about} />
      </div>
    </div>
  );
}
