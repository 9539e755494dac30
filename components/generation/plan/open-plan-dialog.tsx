"use client";
import { lazy, Suspense } from "react";
import type { TaskRow } from "#lib/core/view/generation-view.ts";
import type { usePlan } from "./use-plan.ts";

const AddDialog = lazy(() => import("./plan-dialogs.tsx").then((loaded) => ({ default: loaded.AddDialog })));
const GroupDialog = lazy(() => import("./plan-dialogs.tsx").then((loaded) => ({ default: loaded.GroupDialog })));
const RemoveDialog = lazy(() => import("./plan-dialogs.tsx").then((loaded) => ({ default: loaded.RemoveDialog })));

export type OpenDialog = { dialog: "remove"; row: TaskRow } | { dialog: "add" } | { dialog: "group" } | null;

interface Props {
  open: OpenDialog;
  plan: ReturnType<typeof usePlan>;
  /** The files chosen for a group. */
  chosen: string[];
  /** The groups there are already. */
  names: readonly string[];
  onGrouped(): void;
  onClose(): void;
}

/** The dialog that is open, if one is; each is fetched when it is first asked for. */
export function OpenPlanDialog({ open, plan, chosen, names, onGrouped, onClose }: Props) {
  return (
    <Suspense fallback={null}>
      {open?.dialog === "remove" && (
        <RemoveDialog
          row={open.row}
          busy={plan.busy}
          problems={plan.problems}
          onClose={onClose}
          onRemove={(reason) => plan.change({ kind: "remove", path: open.row.path, reason }, onClose)}
        />
      )}
      {open?.dialog === "add" && (
        <AddDialog
          busy={plan.busy}
          problems={plan.problems}
          onClose={onClose}
          onAdd={(path, purpose) => plan.change({ kind: "add", path, purpose }, onClose)}
        />
      )}
      {open?.dialog === "group" && (
        <GroupDialog
          paths={chosen}
          names={names}
          busy={plan.busy}
          problems={plan.problems}
          onClose={onClose}
          onGroup={(name) =>
            plan.change({ kind: "group", name, paths: chosen }, () => {
              onGrouped();
              onClose();
            })
          }
        />
      )}
    </Suspense>
  );
}
