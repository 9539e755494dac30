import type { JourneyView } from "#lib/core/view/journey-view.ts";
import { ProjectFrame } from "../shell/project-frame.tsx";
import { buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";

/** A step whose turn has not come: why, and the way to what comes first. */
export function LockedStep({
  journey,
  current,
  title,
  because,
}: {
  journey: JourneyView;
  current: string;
  title: string;
  because: string;
}) {
  const next = journey.steps.find(({ status }) => status !== "done");
  return (
    <ProjectFrame journey={journey} current={current}>
      <h1 className="mb-6 text-xl font-semibold">{title}</h1>
      <EmptyState
        title="Its turn has not come yet"
        action={
          next && (
            <Link href={`/p/${journey.projectId}/${next.href}`} className={buttonClass("primary")}>
              Go to {next.title.toLowerCase()}
            </Link>
          )
        }
      >
        {because} The stages build on one another, so they are done in order.
      </EmptyState>
    </ProjectFrame>
  );
}
