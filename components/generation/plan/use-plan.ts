"use client";
import { useEffect, useMemo, useState } from "react";
import type { PlanChange } from "#lib/core/project/plan.ts";
import type { Result } from "#lib/core/result.ts";
import type { GenerationView, TaskRow } from "#lib/core/view/generation-view.ts";
import { useAct } from "../use-act.ts";
import { moved, nudged, shiftedPaths } from "./plan-order.ts";

export interface PlanActions {
  change(version: number, change: PlanChange): Promise<Result<true>>;
  approve(version: number): Promise<Result<true>>;
}

/** The plan with a new order that is not kept yet; moves within dependencies only. */
export function usePlan(view: GenerationView, actions: PlanActions) {
  const act = useAct();
  const [order, setOrder] = useState<string[] | null>(null);
  const [said, setSaid] = useState("");
  const [refused, setRefused] = useState("");
  const [dragged, setDragged] = useState("");
  const [touched, setTouched] = useState<readonly string[]>([]);

  const rows = useMemo(() => inOrder(view.tasks, order), [view.tasks, order]);
  const shifted = useMemo(() => shiftedPaths(view.tasks, rows, new Set(touched)), [view.tasks, rows, touched]);

  // A file that moves into another section is drawn anew there; whoever moves it by keys stays on it.
  useEffect(() => {
    if (order && document.activeElement === document.body) rowOf(touched.at(-1) ?? "")?.focus();
  }, [order, touched]);

  const take = (path: string, result: ReturnType<typeof moved>) => {
    setSaid("");
    if ("because" in result) {
      setRefused(result.because);
      return;
    }
    setRefused("");
    setOrder(result.order);
    setTouched((before) => [...before.filter((one) => one !== path), path]);
    setSaid(
      `${path} is now number ${result.order.indexOf(path) + 1} of ${result.order.length}. The new order is not kept yet.`,
    );
  };

  return {
    ...act,
    rows,
    shifted,
    refused,
    said,
    nudge: (path: string, by: -1 | 1) => take(path, nudged(rows, path, by)),
    dragStart: setDragged,
    dropBefore: (before: string) => {
      if (dragged && dragged !== before) take(dragged, moved(rows, dragged, before));
      setDragged("");
    },
    dismiss: () => setRefused(""),
    discard: () => {
      setOrder(null);
      setTouched([]);
      setRefused("");
      setSaid("The order is as it was.");
    },
    change: (change: PlanChange, after?: () => void) => act.run(() => actions.change(view.version, change), after),
    keepOrder: (reason: string) =>
      act.run(
        () => actions.change(view.version, { kind: "order", paths: rows.map(({ path }) => path), reason }),
        () => {
          setOrder(null);
          setTouched([]);
          setSaid("The new order is kept.");
        },
      ),
    approve: (after: () => void) => act.run(() => actions.approve(view.version), after),
  };
}

/** The order one is making; a file that came in the meantime stands behind the one it follows in the plan. */
function inOrder(tasks: readonly TaskRow[], order: readonly string[] | null): TaskRow[] {
  if (!order) return [...tasks];
  const wish = new Map(order.map((path, index) => [path, index]));
  let last = -1;
  const keyed = tasks.map((row) => {
    last = wish.get(row.path) ?? last;
    return { row, key: last };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
}

const rowOf = (path: string): HTMLElement | null => document.querySelector(`[data-row="${CSS.escape(path)}"]`);
