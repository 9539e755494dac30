import { Check, Lock, RotateCcw } from "lucide-react";
import type { JourneyView, StepView } from "#lib/core/view/journey-view.ts";
import { cx } from "../ui/cx.ts";
import { Link } from "../ui/link.tsx";

interface Props {
  journey: JourneyView;
  /** The step this page is about. */
  current: string;
}

/** The stages as points on a plumb line: the line is drawn as far as the work has come. */
export function StageRail({ journey, current }: Props) {
  return (
    <nav aria-label="Stages">
      <ol>
        {journey.steps.map((step, index) => (
          <li key={step.step} className="relative">
            {index < journey.steps.length - 1 && (
              <span
                aria-hidden
                className={cx(
                  "absolute top-7 bottom-[-0.5rem] left-[1.1875rem] z-[1] w-0.5",
                  step.status === "done" ? "bg-accent" : "bg-line",
                )}
              />
            )}
            <RailItem step={step} href={`/p/${journey.projectId}/${step.href}`} here={step.step === current} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

const WORD: Record<StepView["status"], string> = {
  done: "done",
  open: "open",
  stale: "needs another look",
  locked: "locked",
};

function RailItem({ step, href, here }: { step: StepView; href: string; here: boolean }) {
  const inner = (
    <>
      <Bob status={step.status} here={here} />
      <span className="min-w-0 flex-1">
        <span
          className={cx(
            "block",
            here ? "font-semibold text-ink" : step.status === "locked" ? "text-ink-soft" : "text-ink",
          )}
        >
          {step.title}
        </span>
        <span className="block text-xs text-ink-soft">
          <span className="sr-only">{WORD[step.status]}. </span>
          {noteOf(step, here)}
        </span>
      </span>
    </>
  );
  const look = "relative flex items-start gap-3 rounded px-2 py-2";
  if (step.status === "locked") {
    return (
      <span title={step.note} className={look}>
        {inner}
      </span>
    );
  }
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      className={cx(look, here ? "bg-accent-soft" : "hover:bg-sunk")}
    >
      {inner}
    </Link>
  );
}

function noteOf(step: StepView, here: boolean): string {
  if (step.status === "locked") return here ? step.note : "";
  if (step.status === "open" && step.open > 0) return `${step.open} open`;
  return step.note;
}

/** The mark on the line: a ring, a tick, a turn, a lock; the current one hangs as the bob. */
function Bob({ status, here }: { status: StepView["status"]; here: boolean }) {
  const base = "z-10 mt-px grid size-5 shrink-0 place-items-center rounded-full border ml-0.5";
  if (here && status !== "done") {
    return (
      <span aria-hidden className={cx(base, "border-accent bg-panel")}>
        <span
          className={cx(
            "size-2 rounded-full forced-colors:bg-[LinkText]",
            status === "stale" ? "bg-warn" : "bg-accent",
          )}
        />
      </span>
    );
  }
  if (status === "done") {
    return (
      <span aria-hidden className={cx(base, "border-accent bg-accent text-on-accent")}>
        <Check className="size-3" strokeWidth={3} />
      </span>
    );
  }
  if (status === "stale") {
    return (
      <span aria-hidden className={cx(base, "border-warn bg-warn-soft text-warn")}>
        <RotateCcw className="size-3" strokeWidth={2.5} />
      </span>
    );
  }
  return (
    <span aria-hidden className={cx(base, "border-line-strong/60 bg-paper text-ink-soft")}>
      {status === "locked" && <Lock className="size-2.5" />}
    </span>
  );
}
