"use client";
import { type ReactNode, Suspense } from "react";
import type { CheckedView } from "#lib/core/view/task-view.ts";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ProofPanel, ProofSkeleton } from "./proof-panel.tsx";
import { type MaybeChecked, useChecked } from "./use-checked.ts";

/** What is known of the text being typed: what its checks found, or that none has answered yet or could. */
export type LiveCheck = CheckedView | "pending" | "unknown";

interface Props {
  checked: MaybeChecked;
  /** What the checks say about the text being typed; null when nothing is typed. */
  live: LiveCheck | null;
  /** The draft that was checked, if there is one. */
  sha256: string | undefined;
  lineHref(line: number): string;
  /** Leads to a line of the text being typed. */
  onLine(line: number): void;
  /** The check that the address asks for. */
  shown: string | undefined;
  /** What the sandbox is doing about the file. */
  now: ReactNode;
  /** How its last run went. */
  last: ReactNode;
}

/** What is proved about the file, beside it; it follows the text while one types. */
export function ProofAside({ checked, live, sha256, lineHref, onLine, shown, now, last }: Props) {
  return (
    <aside
      id="proof"
      aria-label="Proof"
      className="border-line px-4 pb-6 max-lg:border-t max-lg:pt-5 md:px-6 lg:border-l lg:px-4 lg:py-5"
    >
      <div className="lg:sticky lg:top-[6.75rem] lg:max-h-[calc(100dvh-11rem)] lg:overflow-y-auto">
        <h2 className="mb-3 font-semibold">Proof</h2>
        {live === "pending" ? (
          <ProofSkeleton />
        ) : live === "unknown" ? (
          <Callout tone="notice" role="status" title="Not checked as you type">
            The checks did not answer. Your text is kept in this browser; save it, and the draft is checked.
          </Callout>
        ) : live ? (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are the controls; this only hears them
          // biome-ignore lint/a11y/noStaticElementInteractions: as above
          <div
            onClick={(event) => {
              const line = /#L(\d+)$/.exec((event.target as HTMLElement).closest("a")?.getAttribute("href") ?? "")?.[1];
              if (!line) return;
              event.preventDefault();
              onLine(Number(line));
            }}
          >
            <ProofPanel checked={live} lineHref={lineHref} live />
          </div>
        ) : (
          <div className="space-y-3">
            {now}
            <Suspense key={sha256 ?? "none"} fallback={<ProofSkeleton />}>
              <Proof checked={checked} lineHref={lineHref} shown={shown} />
            </Suspense>
            {last}
          </div>
        )}
      </div>
    </aside>
  );
}

function Proof({ checked, lineHref, shown }: Pick<Props, "checked" | "lineHref" | "shown">) {
  const known = useChecked(checked);
  if (known) return <ProofPanel checked={known} lineHref={lineHref} shown={shown} />;
  return (
    <EmptyState title="Nothing to check yet">
      Once this file has content, its checks stand here: what passed, what failed and on which line.
    </EmptyState>
  );
}
