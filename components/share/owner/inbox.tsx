"use client";
import { anchorHref } from "#lib/core/share/anchor.ts";
import type { Thread } from "#lib/core/share/discussion.ts";
import { ProblemList } from "../../generation/problem-list.tsx";
import { useAct } from "../../generation/use-act.ts";
import { Button } from "../../ui/button.tsx";
import { Link } from "../../ui/link.tsx";
import { ThreadCard } from "../thread-card.tsx";
import type { ShareActions } from "./share-actions.ts";

interface Props {
  projectId: string;
  threads: readonly Thread[];
  now: number;
  actions: ShareActions;
}

/** What colleagues said, open threads first; each leads to its place, and is answered and settled here. */
export function Inbox({ projectId, threads, now, actions }: Props) {
  const act = useAct();
  const sorted = [...threads].sort((a, b) => Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null));
  return (
    <div className="space-y-3">
      <ProblemList problems={act.problems} />
      {sorted.map((thread) => (
        <ThreadCard
          key={thread.id}
          thread={thread}
          now={now}
          name={null}
          head={
            <p className="text-xs">
              <Link
                href={anchorHref(projectId, thread.anchor)}
                className="rounded text-accent underline underline-offset-2"
              >
                {thread.about}
              </Link>
            </p>
          }
          onAnswer={(text) => actions.answer(thread.id, text)}
        >
          <Button
            size="sm"
            disabled={act.busy}
            onClick={() => act.run(() => actions.resolve(thread.id, thread.resolvedAt === null))}
          >
            {thread.resolvedAt === null ? "Resolve" : "Open again"}
          </Button>
        </ThreadCard>
      ))}
    </div>
  );
}
