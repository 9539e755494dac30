"use client";
import { useRouter } from "next/navigation";
import { lazy, useMemo, useState } from "react";
import type { GenerationView, TaskRow } from "#lib/core/view/generation-view.ts";
import type { JourneyView } from "#lib/core/view/journey-view.ts";
import { ProjectFrame } from "../../shell/project-frame.tsx";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { OnDemand } from "../../ui/on-demand.tsx";
import { GenerationTabs } from "../generation-tabs.tsx";
import { ProblemList } from "../problem-list.tsx";
import { GapNote } from "./gap-note.tsx";
import { type OpenDialog, OpenPlanDialog } from "./open-plan-dialog.tsx";
import { OrderBox } from "./order-box.tsx";
import { PlanBar } from "./plan-bar.tsx";
import { sectionsOf } from "./plan-order.ts";
import type { RowActs } from "./plan-row.tsx";
import { PlanSection } from "./plan-section.tsx";
import { PlanTools } from "./plan-tools.tsx";
import { type PlanActions, usePlan } from "./use-plan.ts";

const TaskPeek = lazy(() => import("./task-peek.tsx").then((loaded) => ({ default: loaded.TaskPeek })));

/** The plan: every file in the order of writing, to be looked at, changed and approved. */
export function PlanWork({
  view,
  journey,
  actions,
}: {
  view: GenerationView;
  journey: JourneyView;
  actions: PlanActions;
}) {
  const plan = usePlan(view, actions);
  const router = useRouter();
  const [open, setOpen] = useState<OpenDialog>(null);
  const [peek, setPeek] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const close = () => {
    plan.clear();
    setOpen(null);
  };

  const acts: RowActs = {
    look: setPeek,
    nudge: plan.nudge,
    dragStart: plan.dragStart,
    dropBefore: plan.dropBefore,
    remove: (path) => {
      const row = view.tasks.find((one) => one.path === path);
      if (row) setOpen({ dialog: "remove", row });
    },
    restore: (path) => plan.change({ kind: "restore", path }),
    select: (path, on) =>
      setSelected((before) => new Set(on ? [...before, path] : [...before].filter((one) => one !== path))),
  };

  const planned = view.tasks.filter(({ status }) => status !== "removed");
  const sections = useMemo(() => sectionsOf(plan.rows), [plan.rows]);
  const chosen = plan.rows.map(({ path }) => path).filter((path) => selected.has(path));
  const approve = () => plan.approve(() => router.push(`/p/${view.projectId}/files`));

  return (
    <ProjectFrame
      journey={journey}
      current="generation"
      bar={
        <PlanBar view={view} count={planned.length} moved={plan.shifted.size} busy={plan.busy} onApprove={approve} />
      }
      wide
    >
      <div className="mx-auto max-w-[60rem]">
        <GenerationTabs view={view} current="plan" />
        <header className="mt-5 mb-6">
          <h1 className="text-xl font-semibold">Plan</h1>
          <p className="measure mt-2 text-ink-soft">
            {summary(planned)} Each file is written after everything it builds on. Look into any of them, change the
            order, take files out or add your own; nothing is generated before you approve.
          </p>
        </header>
        <div className="space-y-3 empty:hidden">
          {view.plan === "stale" && (
            <Callout tone="warn" title="The plan changed since you approved it">
              The design or the list of files is another one now. What you accepted is kept; approve the plan again to
              go on accepting.
            </Callout>
          )}
          <GapNote gaps={view.gaps} />
          {open === null && <ProblemList problems={plan.problems} />}
        </div>
        {/* It stays in sight: what a move needs, or why it cannot be, is said where one is moving. */}
        <div className="sticky top-12 z-10 mt-5 bg-paper max-lg:top-[5.9rem]">
          <PlanTools
            chosen={chosen.length}
            resettable={view.ordered && plan.shifted.size === 0}
            onAdd={() => setOpen({ dialog: "add" })}
            onGroup={() => setOpen({ dialog: "group" })}
            onReset={() => plan.change({ kind: "reset-order" })}
          />
          <p role="status" className="sr-only">
            {plan.refused || plan.said}
          </p>
          {plan.refused && (
            <Callout
              tone="stop"
              title="It cannot stand there"
              className="mt-2"
              actions={
                <Button size="sm" onClick={plan.dismiss}>
                  Noted
                </Button>
              }
            >
              {plan.refused}
            </Callout>
          )}
          {plan.shifted.size > 0 && (
            <OrderBox count={plan.shifted.size} busy={plan.busy} onKeep={plan.keepOrder} onDiscard={plan.discard} />
          )}
        </div>
        <div className="mt-4 space-y-3">
          {sections.map((section) => (
            <PlanSection
              key={section.key}
              section={section}
              projectId={view.projectId}
              selected={selected}
              shifted={plan.shifted}
              acts={acts}
            />
          ))}
        </div>
      </div>
      <OpenPlanDialog
        open={open}
        plan={plan}
        chosen={chosen}
        names={view.groups.map(({ name }) => name)}
        onGrouped={() => setSelected(new Set())}
        onClose={close}
      />
      <OnDemand when={peek !== null}>
        <TaskPeek projectId={view.projectId} version={view.version} path={peek} onClose={() => setPeek(null)} />
      </OnDemand>
    </ProjectFrame>
  );
}

function summary(planned: readonly TaskRow[]): string {
  const without = planned.filter(({ draft }) => draft === null).length;
  const files = planned.length === 1 ? "One file" : `${planned.length} files`;
  if (without === 0) return `${files}, each with a draft.`;
  return `${files}: ${planned.length - without} with a draft, ${without} as sub-prompts to be written.`;
}
