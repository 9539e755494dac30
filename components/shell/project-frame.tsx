import type { ReactNode } from "react";
import type { JourneyView } from "#lib/core/view/journey-view.ts";
import { cx } from "../ui/cx.ts";
import { KeepFresh } from "./keep-fresh.tsx";
import { ProgressLine } from "./progress-line.tsx";
import { StageRail } from "./stage-rail.tsx";

interface Props {
  journey: JourneyView;
  current: string;
  children: ReactNode;
  /** The right column from 1200 px; where it folds to is the page's own matter. */
  panel?: ReactNode;
  /** The bar at the bottom. */
  bar?: ReactNode;
  /** For pages that need the room more than the reading width. */
  wide?: boolean;
}

/** The table every project page lies on: rail, work, consequences, bar (FACE, "Grid and type"). */
export function ProjectFrame({ journey, current, children, panel, bar, wide }: Props) {
  return (
    <>
      <KeepFresh projectId={journey.projectId} version={journey.version} title={journey.title} />
      <ProgressLine journey={journey} current={current} />
      <div
        className={cx(
          "mx-auto grid w-full grid-cols-[minmax(0,1fr)] lg:grid-cols-[14.5rem_minmax(0,1fr)]",
          panel ? "max-w-[92rem] lg:grid-cols-[14.5rem_minmax(0,1fr)_22.5rem]" : "max-w-[92rem]",
        )}
      >
        <aside data-chrome aria-label="Progress" className="hidden lg:block">
          <div className="sticky top-12 max-h-[calc(100dvh-3rem)] overflow-y-auto px-3 py-6">
            <StageRail journey={journey} current={current} />
          </div>
        </aside>
        <main
          id="main"
          className={cx("min-w-0 px-4 pt-6 pb-28 md:px-8 md:pt-8", !wide && "mx-auto w-full max-w-[47.5rem]")}
        >
          {children}
        </main>
        {panel && (
          <aside data-chrome aria-label="Consequences" className="hidden border-line border-l lg:block">
            <div className="sticky top-12 h-[calc(100dvh-3rem)] overflow-y-auto">{panel}</div>
          </aside>
        )}
      </div>
      {bar}
    </>
  );
}
