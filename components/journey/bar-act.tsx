import type { StageLive } from "#lib/core/view/stage-view.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { focusQuestion, focusStatement } from "./places.ts";

/** The first step after this stage that is not done. */
export function nextStep({ journey: { steps } }: StageLive, stage: string) {
  return steps.slice(steps.findIndex(({ step }) => step === stage) + 1).find(({ status }) => status !== "done");
}

/** The act in the bar: to the first open question while there is one, else to the summary. */
export function BarAct({ live, stage, confirm }: { live: StageLive; stage: string; confirm: string }) {
  if (live.status === "done") {
    const next = nextStep(live, stage);
    return next ? (
      <Link href={`/p/${live.journey.projectId}/${next.href}`} className={buttonClass("primary")}>
        Go to {next.title.toLowerCase()}
      </Link>
    ) : null;
  }
  const open = live.problems.length;
  const jump = () =>
    open > 0 ? focusQuestion(live.problems[0]?.path.split(/[.[]/).slice(0, 2).join(".")) : focusStatement();
  return (
    <Button look={open > 0 ? "secondary" : "primary"} onClick={jump}>
      {open > 0 ? `${open} open` : confirm}
      {open > 0 && <span className="sr-only">, go to the first</span>}
    </Button>
  );
}
