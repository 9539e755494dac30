"use client";
import { ChevronRight, FilePlus2, Group, Keyboard } from "lucide-react";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useMemo, useState } from "react";
import type { GenerationView, TaskRow } from "#lib/core/view/generation-view.ts";
import type { JourneyView } from "#lib/core/view/journey-view.ts";
import { ProjectFrame } from "../../shell/project-frame.tsx";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Input } from "../../ui/field.tsx";
import { OnDemand } from "../../ui/on-demand.tsx";
import { GenerationTabs } from "../generation-tabs.tsx";
import { ProblemList } from "../problem-list.tsx";
import { GapNote } from "./gap-note.tsx";
import { sectionsOf } from "./plan-order.ts";
import { PlanRow, type RowActs } from "./plan-row.tsx";
import { type PlanActions, usePlan } from "./use-plan.ts";

const AddDialog = lazy(() => import("./plan-dialogs.tsx").then((loaded) => ({ default: loaded.AddDialog })));
const GroupDialog = lazy(() => import("./plan-dialogs.tsx").then((loaded) => ({ default: loaded.GroupDialog })));
const RemoveDialog = lazy(() => import("./plan-dialogs.tsx").then((loaded) => ({ default: loaded.RemoveDialog })));
const TaskPeek = lazy(() => import("./task-peek.tsx").then((loaded) => ({ default: loaded.TaskPeek })));

type Open = { dialog: "remove"; row: TaskRow } | { dialog: "add" } | { dialog: "group" } | null;

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
  const [open, setOpen] = useState<Open>(null);
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
        <div className="sticky top-12 z-10 mt-5 flex flex-wrap items-center gap-2 border-line border-b bg-paper py-2 max-lg:top-[6.6rem]">
          <Button
            size="sm"
            icon={<FilePlus2 aria-hidden className="size-4" />}
            onClick={() => setOpen({ dialog: "add" })}
          >
            Add a file
          </Button>
          <Button
            size="sm"
            icon={<Group aria-hidden className="size-4" />}
            disabled={chosen.length === 0}
            onClick={() => setOpen({ dialog: "group" })}
          >
            {chosen.length === 0 ? "Group for review" : `Group ${chosen.length} for review`}
          </Button>
          {view.ordered && plan.shifted.size === 0 && (
            <Button size="sm" look="quiet" onClick={() => plan.change({ kind: "reset-order" })}>
              Back to the suggested order
            </Button>
          )}
          <span className="ml-auto hidden items-center gap-1.5 text-xs text-ink-soft md:flex">
            <Keyboard aria-hidden className="size-4" /> Alt and arrow keys move a file
          </span>
        </div>
        <p role="status" className="sr-only">
          {plan.refused || plan.said}
        </p>
        {plan.refused && (
          <Callout
            tone="stop"
            title="It cannot stand there"
            className="mt-3"
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
        <div className="mt-4 space-y-3">
          {sections.map((section) => (
            <details key={section.key} open className="rounded border border-line bg-panel">
              <summary className="flex min-h-10 items-center gap-2 px-3 hover:bg-sunk">
                <ChevronRight aria-hidden className="size-4 text-ink-soft [[open]>summary>&]:rotate-90" />
                <h2 className="font-semibold">{section.label}</h2>
                <span className="tabular ml-auto text-xs font-normal text-ink-soft">
                  {section.rows.length === 1 ? "1 file" : `${section.rows.length} files`}
                </span>
              </summary>
              <ol className="border-line border-t">
                {section.rows.map((row) => (
                  <PlanRow
                    key={row.path}
                    row={row}
                    projectId={view.projectId}
                    selected={selected.has(row.path)}
                    shifted={plan.shifted.has(row.path)}
                    acts={acts}
                  />
                ))}
              </ol>
            </details>
          ))}
        </div>
      </div>
      <Suspense fallback={null}>
        {open?.dialog === "remove" && (
          <RemoveDialog
            row={open.row}
            busy={plan.busy}
            problems={plan.problems}
            onClose={close}
            onRemove={(reason) => plan.change({ kind: "remove", path: open.row.path, reason }, close)}
          />
        )}
        {open?.dialog === "add" && (
          <AddDialog
            busy={plan.busy}
            problems={plan.problems}
            onClose={close}
            onAdd={(path, purpose) => plan.change({ kind: "add", path, purpose }, close)}
          />
        )}
        {open?.dialog === "group" && (
          <GroupDialog
            paths={chosen}
            names={view.groups.map(({ name }) => name)}
            busy={plan.busy}
            problems={plan.problems}
            onClose={close}
            onGroup={(name) =>
              plan.change({ kind: "group", name, paths: chosen }, () => {
                setSelected(new Set());
                close();
              })
            }
          />
        )}
      </Suspense>
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

/** A new order that is not kept yet, and the reason it needs. */
function OrderBox({
  count,
  busy,
  onKeep,
  onDiscard,
}: {
  count: number;
  busy: boolean;
  onKeep(reason: string): void;
  onDiscard(): void;
}) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="mt-3 flex flex-wrap items-end gap-2 rounded border border-accent-line bg-accent-soft/60 px-3 py-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) onKeep(reason);
      }}
    >
      <label htmlFor="order-reason" className="min-w-[14rem] flex-1">
        <span className="mb-1 block font-semibold">
          {count === 1 ? "You moved one file. Why?" : `You moved ${count} files. Why?`}
        </span>
        <Input
          id="order-reason"
          dir="auto"
          maxLength={500}
          value={reason}
          placeholder="Such as: pricing first, the rest waits for its review"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <Button onClick={onDiscard}>Put it back</Button>
      <Button look="primary" type="submit" disabled={busy || !reason.trim()}>
        Keep this order
      </Button>
    </form>
  );
}

function PlanBar({
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
