import type { TaskFacts } from "#lib/core/view/task-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Link } from "../../ui/link.tsx";

/** Every version that was kept; none is ever overwritten. */
export function HistoryPane({
  facts,
  base,
  onTakeBack,
}: {
  facts: TaskFacts;
  base: string;
  /** Puts an earlier draft on the table again; undefined while nothing can be decided. */
  onTakeBack: ((number: number) => void) | undefined;
}) {
  const current = facts.drafts.find((draft) => draft.current);
  return (
    <div className="space-y-6">
      <section aria-labelledby="drafts">
        <h2 id="drafts" className="mb-2 font-semibold">
          Drafts
        </h2>
        {facts.drafts.length === 0 && (
          <EmptyState title="No draft yet">
            What you or your agent write for this file will be listed here, version by version.
          </EmptyState>
        )}
        <ol className="divide-y divide-line rounded border border-line bg-panel empty:hidden">
          {facts.drafts.map((draft) => (
            <li key={draft.number} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-3 py-2">
              {/* What nobody needed to keep has no number yet: the next draft that is kept takes it. */}
              {draft.at && <span className="font-semibold">Draft {draft.number}</span>}
              <span className={draft.at ? undefined : "font-semibold"}>{draft.source}</span>
              {draft.current && <Badge tone="accent">on the table</Badge>}
              {draft.accepted && <Badge tone="good">accepted</Badge>}
              <span className="ml-auto text-xs text-ink-soft">{draft.at || "not kept yet"}</span>
              <span className="flex basis-full flex-wrap gap-x-3 text-xs text-ink-soft">
                <span className="font-mono" title={draft.sha256}>
                  {draft.sha256.slice(0, 12)}
                </span>
                {draft.reason && <span dir="auto">{draft.reason}</span>}
                {current && !draft.current && draft.at && (
                  <Link
                    href={`${base}?pane=diff&from=${draft.number}`}
                    className="text-accent underline underline-offset-2"
                  >
                    Compare with the one on the table
                  </Link>
                )}
                {onTakeBack && !draft.current && draft.at && draft.sha256 !== current?.sha256 && (
                  <button
                    type="button"
                    className="rounded text-accent underline underline-offset-2"
                    onClick={() => onTakeBack(draft.number)}
                  >
                    Put draft {draft.number} on the table again
                  </button>
                )}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {facts.changeRequests.length > 0 && (
        <section aria-labelledby="requests">
          <h2 id="requests" className="mb-2 font-semibold">
            What you asked to change
          </h2>
          <ol className="measure list-decimal space-y-1 pl-5">
            {facts.changeRequests.map((request, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: requests are append-only, so a place never changes
              <li key={index} dir="auto">
                {request}
              </li>
            ))}
          </ol>
        </section>
      )}
      {facts.acknowledgement && (
        <Callout tone="warn" title="Accepted as it is, with this reason">
          <span dir="auto">{facts.acknowledgement}</span>
        </Callout>
      )}
    </div>
  );
}
