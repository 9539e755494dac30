"use client";
import { lazy, useState } from "react";
import type { JourneyView } from "#lib/core/view/journey-view.ts";
import { cx } from "../ui/cx.ts";
import { OnDemand } from "../ui/on-demand.tsx";
import { StageRail } from "./stage-rail.tsx";

const Drawer = lazy(() => import("../ui/drawer.tsx").then((module) => ({ default: module.Drawer })));

/** The rail folded for narrow screens: one line, and the whole rail in a sheet. */
export function ProgressLine({ journey, current }: { journey: JourneyView; current: string }) {
  const [open, setOpen] = useState(false);
  const index = journey.steps.findIndex(({ step }) => step === current);
  const step = journey.steps[index];
  return (
    <div data-chrome className="sticky top-12 z-20 border-line border-b bg-paper lg:hidden">
      <button type="button" onClick={() => setOpen(true)} className="block w-full px-4 pt-2 pb-2.5 text-left">
        <span className="flex justify-between gap-4 text-xs">
          <span className="font-semibold">{step?.title ?? "Stages"}</span>
          <span className="text-ink-soft">{step && `${index + 1} of ${journey.steps.length}, `}show all</span>
        </span>
        <span aria-hidden className="mt-2 flex gap-1">
          {journey.steps.map((one) => (
            <span
              key={one.step}
              className={cx(
                "h-1 flex-1 rounded-full forced-color-adjust-none",
                one.status === "done"
                  ? "bg-accent"
                  : one.status === "stale"
                    ? "bg-warn"
                    : one.step === current
                      ? "bg-accent-line"
                      : "bg-line",
              )}
            />
          ))}
        </span>
      </button>
      <OnDemand when={open}>
        <Drawer open={open} onOpenChange={setOpen} title="Stages" side="left">
          <div className="p-3">
            <StageRail journey={journey} current={current} />
          </div>
        </Drawer>
      </OnDemand>
    </div>
  );
}
