"use client";
import { useReview } from "./review-context.tsx";
import { ReviewThread } from "./threads.tsx";

/** Threads whose part is not on the page any more, each with what it was about. */
export function LostThreads({ ids }: { ids: readonly string[] }) {
  const { threads } = useReview();
  return threads
    .filter(({ id }) => ids.includes(id))
    .map((thread) => (
      <ReviewThread
        key={thread.id}
        thread={thread}
        head={<p className="text-xs text-ink-soft [overflow-wrap:anywhere]">{thread.about}</p>}
      />
    ));
}
