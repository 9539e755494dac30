"use client";
import type { GenerationView } from "#lib/core/view/generation-view.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Link } from "../../ui/link.tsx";
import { ProblemList } from "../problem-list.tsx";
import { useAct } from "../use-act.ts";
import type { WorkActions } from "./work-actions.ts";

/** What keeps files from being accepted at all: a plan without approval, or a generation that was ended. */
export function GenerationBanner({ view, decide }: { view: GenerationView; decide: WorkActions["decide"] }) {
  const act = useAct();
  if (view.aborted) {
    return (
      <section aria-label="State of generation" className="space-y-2 px-4 pt-4 md:px-6">
        <Callout
          tone="warn"
          title="Generation was ended"
          actions={
            <Button
              look="primary"
              size="sm"
              disabled={act.busy}
              onClick={() => act.run(() => decide({ kind: "resume" }))}
            >
              Resume generation
            </Button>
          }
        >
          Every draft and every acceptance is still there. Files can be read; to decide about them, resume.
        </Callout>
        <ProblemList problems={act.problems} />
      </section>
    );
  }
  if (view.plan === "approved") return null;
  return (
    <section aria-label="State of generation" className="px-4 pt-4 md:px-6">
      <Callout
        tone={view.plan === "stale" ? "warn" : "notice"}
        title={view.plan === "stale" ? "The plan changed since you approved it" : "The plan has not been approved yet"}
        actions={
          <Link href={`/p/${view.projectId}/plan`} className={buttonClass("primary", "sm")}>
            {view.plan === "stale" ? "Look at the plan" : "Go to the plan"}
          </Link>
        }
      >
        {view.plan === "stale"
          ? "What you accepted is kept. Approve the plan again to go on accepting."
          : "You can read every file here; writing and accepting begin with your approval."}
      </Callout>
    </section>
  );
}
