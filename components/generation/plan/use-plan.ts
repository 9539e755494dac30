"use client";
import { useMemo, useState } from "react";
import type { PlanChange } from "#lib/core/project/plan.ts";
import type { Result } from "#lib/core/result.ts";
import type { GenerationView, TaskRow } from "#lib/core/view/generation-view.ts";
import { useAct } from "../use-act.ts";
import { moved, nudged } from "./plan-order.ts";

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

  const rows = useMemo(() => inOrder(view.tasks, order), [view.tasks, order]);
  const shifted = useMemo(() => shiftedPaths(view.tasks, rows), [view.tasks, rows]);

  const take = (path: string, result: ReturnType<typeof moved>) => {
    setSaid("");
    if ("because" in result) {
      setRefused(result.because);
      return;
    }
    setRefused("");
    setOrder(result.order);
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
      setRefused("");
      setSaid("The order is as it was.");
    },
    change: (change: PlanChange, after?: () => void) => act.run(() => actions.change(view.version, change), after),
    keepOrder: (reason: string) =>
      act.run(
        () => actions.change(view.version, { kind: "order", paths: rows.map(({ path }) => path), reason }),
        () => setOrder(null),
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

/** The fewest rows that were moved: those outside the longest run of rows that kept their order. */
function shiftedPaths(before: readonly TaskRow[], now: readonly TaskRow[]): Set<string> {
  const at = new Map(before.map(({ path }, index) => [path, index]));
  const places = now.map(({ path }) => at.get(path) ?? 0);
  const best = places.map(() => 1);
  const from = places.map(() => -1);
  for (const [i, place] of places.entries()) {
    for (let j = 0; j < i; j += 1) {
      if ((places[j] as number) < place && (best[j] as number) + 1 > (best[i] as number)) {
        best[i] = (best[j] as number) + 1;
        from[i] = j;
      }
    }
  }
  const kept = new Set<number>();
  for (let i = best.indexOf(Math.max(...best)); i >= 0; i = from[i] as number) kept.add(i);
  return new Set(now.filter((_, index) => !kept.has(index)).map(({ path }) => path));
}
