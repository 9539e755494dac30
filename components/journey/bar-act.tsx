import Link from "next/link";
import type { StageLive } from "#lib/core/view/stage-view.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { focusCard } from "./use-stage-keys.ts";

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
  const jump = () => {
    const path = live.problems[0]?.path.split(/[.[]/).slice(0, 2).join(".");
    const card = path ? document.getElementById(path) : null;
    if (card) focusCard(card);
    else document.getElementById("summary")?.scrollIntoView({ block: "start", behavior: "smooth" });
  };
  return (
    <Button look={open > 0 ? "secondary" : "primary"} onClick={jump}>
      {open > 0 ? `${open} open` : confirm}
    </Button>
  );
}
