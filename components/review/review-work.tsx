"use client";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Problem } from "#lib/core/result.ts";
import type { FeasibilityRun } from "#lib/core/view/feasibility-view.ts";
import type { FindingView, ReviewView } from "#lib/core/view/review-view.ts";
import { stepBefore } from "../journey/back-link.tsx";
import { gently } from "../journey/places.ts";
import { ProjectFrame } from "../shell/project-frame.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { OnDemand } from "../ui/on-demand.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import type { FeasibilityActions } from "./feasibility-panel.tsx";
import { FindingCard } from "./finding-card.tsx";
import { MissingDecisions } from "./missing-decisions.tsx";
import { ReviewBar } from "./review-bar.tsx";
import { ReviewNotes } from "./review-notes.tsx";
import { ScoreHead } from "./score-head.tsx";
import { useFeasibility } from "./use-feasibility.ts";
import { useReviewAct } from "./use-review-act.ts";
import { useScoreShown } from "./use-score-shown.ts";

const FeasibilityPanel = lazy(() =>
  import("./feasibility-panel.tsx").then((module) => ({ default: module.FeasibilityPanel })),
);
const FixDialog = lazy(() => import("./fix-dialog.tsx").then((module) => ({ default: module.FixDialog })));
const ProceedDialog = lazy(() => import("./proceed-dialog.tsx").then((module) => ({ default: module.ProceedDialog })));

export interface ReviewActions {
  run(): Promise<Problem[]>;
  answer(
    response: { kind: "proceed"; reasons: Record<string, string> } | { kind: "revise" } | { kind: "clarify" },
  ): Promise<Problem[]>;
  applyFix(version: number, finding: string): Promise<Problem[]>;
}

/** What is known about whether the design works; only where the whole design is reviewed. */
export interface ReviewFeasibility {
  found: FeasibilityRun | null;
  actions: FeasibilityActions;
}

/** The page of a review: the score, the findings by weight, and the three answers. */
export function ReviewWork({
  view,
  actions,
  feasible,
}: {
  view: ReviewView;
  actions: ReviewActions;
  feasible?: ReviewFeasibility;
}) {
  const router = useRouter();
  const { busy, problems, act } = useReviewAct();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [fixing, setFixing] = useState<FindingView | null>(null);
  const { result, journey } = view;
  const works = useFeasibility(feasible?.found ?? null);

  useEffect(() => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id) setOpened((before) => new Set(before).add(id));
  }, []);

  useScoreShown(result?.at);

  const run = () => act(actions.run);
  const next = journey.steps[journey.steps.findIndex(({ step }) => step === `review-${view.checkpoint}`) + 1];
  const proceed = (reasons: Record<string, string>) =>
    act(
      () => actions.answer({ kind: "proceed", reasons }),
      () => {
        setAsking(false);
        if (next) router.push(`/p/${journey.projectId}/${next.href}`);
      },
    );
  const revise = () => {
    const target = result?.findings.flatMap(({ decisions }) => decisions)[0];
    act(
      () => actions.answer({ kind: "revise" }),
      () => target && router.push(target.href),
    );
  };
  const clarify = () => {
    setOpened(new Set([...(result?.findings ?? []), ...(result?.strengths ?? [])].map(({ id }) => id)));
    const findings = document.getElementById("findings");
    findings?.focus({ preventScroll: true });
    findings?.scrollIntoView({ block: "start", behavior: gently() });
    act(() => actions.answer({ kind: "clarify" }));
  };
  const stale = view.status === "stale";
  const blocked = journey.steps
    .slice(
      0,
      journey.steps.findIndex(({ step }) => step === `review-${view.checkpoint}`),
    )
    .find(({ status }) => status !== "done");
  const first = blocked ? { title: blocked.title, href: `/p/${journey.projectId}/${blocked.href}` } : null;
  const toggle = (id: string, open: boolean) =>
    setOpened((before) => {
      const after = new Set(before);
      if (open) after.add(id);
      else after.delete(id);
      return after;
    });
  const list = (findings: readonly FindingView[]) => (
    <div className="overflow-hidden rounded border border-line bg-panel">
      {findings.map((finding) => (
        <FindingCard
          key={finding.id}
          finding={finding}
          open={opened.has(finding.id)}
          busy={busy || stale}
          onToggle={(open) => toggle(finding.id, open)}
          onFix={() => setFixing(finding)}
        />
      ))}
    </div>
  );

  return (
    <ProjectFrame
      journey={journey}
      current={`review-${view.checkpoint}`}
      bar={
        <ReviewBar
          ran={result !== null}
          stale={stale}
          first={first}
          busy={busy}
          done={view.status === "done"}
          back={stepBefore(journey, `review-${view.checkpoint}`)}
          {...(next ? { next: { title: next.title, href: `/p/${journey.projectId}/${next.href}` } } : {})}
          onRun={run}
          onProceed={() => ((result?.reasonsNeeded.length ?? 0) > 0 ? setAsking(true) : proceed({}))}
          onRevise={revise}
          onClarify={clarify}
        />
      }
    >
      <header className="mb-6">
        <p className="text-xs text-ink-soft">Checkpoint {view.checkpoint}</p>
        <h1 className="mt-0.5 text-xl font-semibold">{view.title}</h1>
        <p className="measure mt-2 text-ink-soft">
          {view.text} The same design always gets the same score; every point is explained by a finding below.
        </p>
      </header>
      <ReviewNotes
        problems={problems}
        stale={stale ? { because: view.because, first: first?.title ?? null } : null}
        failing={feasible && works.kind === "done" && works.current && !works.proved ? works.failing.length : null}
      />
      {result ? (
        <div className="space-y-10">
          <div className="space-y-4">
            <ScoreHead result={result} trend={view.trend} bands={view.bands} />
            {feasible && (
              <Suspense fallback={<Skeleton className="h-28" />}>
                <FeasibilityPanel
                  projectId={journey.projectId}
                  state={works}
                  linked={journey.steps.some(({ step, status }) => step === "generation" && status !== "locked")}
                  actions={feasible.actions}
                  busy={busy}
                  act={act}
                />
              </Suspense>
            )}
          </div>
          {result.missing.length > 0 && <MissingDecisions missing={result.missing} />}
          <section aria-labelledby="findings" className="space-y-3">
            <h2 id="findings" tabIndex={-1} className="scroll-mt-20 text-lg font-semibold">
              {result.findings.length === 0
                ? "Nothing found"
                : result.findings.length === 1
                  ? "One finding"
                  : `${result.findings.length} findings, the weightiest first`}
            </h2>
            {result.findings.length > 0 ? (
              list(result.findings)
            ) : (
              <p className="text-ink-soft">No rule of the book speaks against this design.</p>
            )}
          </section>
          {result.strengths.length > 0 && (
            <section aria-labelledby="strengths" className="space-y-3">
              <h2 id="strengths" className="text-lg font-semibold">
                What speaks for it
              </h2>
              {list(result.strengths)}
            </section>
          )}
          <OnDemand when={asking}>
            <ProceedDialog
              key={result.at}
              open={asking}
              busy={busy}
              reasons={result.reasonsNeeded}
              onOpenChange={setAsking}
              onProceed={proceed}
            />
          </OnDemand>
        </div>
      ) : (
        <EmptyState
          title="The score and the findings will be here"
          action={
            <Button look="primary" disabled={busy} onClick={run}>
              {busy ? "Running" : `Run review ${view.checkpoint}`}
            </Button>
          }
        >
          The critic reads your confirmed answers and scores five dimensions from 0 to 5.
        </EmptyState>
      )}
      <OnDemand when={fixing !== null}>
        <FixDialog
          finding={fixing}
          busy={busy}
          onClose={() => setFixing(null)}
          onTake={() =>
            fixing &&
            act(
              () => actions.applyFix(journey.version, fixing.id),
              () => setFixing(null),
            )
          }
        />
      </OnDemand>
    </ProjectFrame>
  );
}
