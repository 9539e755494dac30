"use client";
import { useRouter } from "next/navigation";
import type { GenerationView } from "#lib/core/view/generation-view.ts";
import { Button } from "../../ui/button.tsx";

/** The approval at the foot of the page, and where it leads once it is given. */
export function PlanBar({
  view,
  count,
  moved,
  busy,
  onApprove,
}: {
  view: GenerationView;
  count: number;
  moved: number;
  busy: boolean;
  onApprove(): void;
}) {
  const router = useRouter();
  const files = count === 1 ? "one file" : `${count} files`;
  return (
    <section aria-label="Approval" data-chrome className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-paper">
      <div className="mx-auto flex h-14 max-w-[92rem] items-center justify-end gap-3 px-3 md:px-6">
        <p className="hidden min-w-0 flex-1 text-xs text-ink-soft sm:block">
          {view.plan === "approved"
            ? "Approved. Removing or adding a file asks for approval again."
            : moved > 0
              ? "Keep or discard the new order first."
              : "Approval is bound to exactly these files."}
        </p>
        {view.plan === "approved" ? (
          <Button look="primary" onClick={() => router.push(`/p/${view.projectId}/files`)}>
            Open the files
          </Button>
        ) : (
          <Button look="primary" disabled={busy || moved > 0 || count === 0} onClick={onApprove}>
            {view.plan === "stale" ? `Approve again, ${files}` : `Approve plan of ${files}`}
          </Button>
        )}
      </div>
    </section>
  );
}
