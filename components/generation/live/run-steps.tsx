import { CircleCheck, CircleDashed, LoaderCircle, OctagonX, Square } from "lucide-react";
import type { ProofStep } from "#lib/core/checks/proof.ts";
import { durationWords, stepWords } from "#lib/core/view/run-words.ts";
import type { RunView } from "#lib/core/view/runs-view.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";

const FACE = {
  running: { Icon: LoaderCircle, word: "running", ink: "text-accent" },
  done: { Icon: CircleCheck, word: "done", ink: "text-good" },
  failed: { Icon: OctagonX, word: "failed", ink: "text-stop" },
  skipped: { Icon: CircleDashed, word: "skipped", ink: "text-ink-soft" },
} as const satisfies Record<ProofStep["state"], object>;

/** The steps of a run with what came out and how long each took. */
function RunSteps({ steps, label = "Steps" }: { steps: readonly ProofStep[]; label?: string }) {
  return (
    <ol aria-label={label} className="space-y-1.5">
      {steps.map((step) => {
        const { Icon, word, ink } = FACE[step.state];
        return (
          <li key={step.label} className="flex items-start gap-2 text-xs">
            <Icon
              aria-hidden
              className={cx(
                "mt-px size-3.5 shrink-0",
                ink,
                step.state === "running" && "animate-spin [animation-duration:1.6s]",
              )}
            />
            <span className="min-w-0 flex-1">
              {step.label}
              <span className="sr-only">, {word}</span>
              {step.summary && <span className="block text-ink-soft">{step.summary}</span>}
            </span>
            {step.durationMs !== undefined && (
              <span className="tabular whitespace-nowrap text-ink-soft">{durationWords(step.durationMs)}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** A run that waits or goes on: where it is, and a way to end it. Only the words are read out when they change. */
export function LiveRun({ run, busy, onCancel }: { run: RunView; busy: boolean; onCancel(): void }) {
  return (
    <div className="space-y-2">
      <div className="flex items-center justify-between gap-2">
        <p className="font-semibold">
          {run.status === "queued"
            ? "Waiting for the sandbox"
            : run.paths.length === 1
              ? "Proving this file"
              : `Proving ${run.paths.length} files`}
        </p>
        <Button size="sm" disabled={busy} onClick={onCancel} icon={<Square aria-hidden className="size-3" />}>
          Cancel
        </Button>
      </div>
      <p role="status" className={run.steps.length > 0 && run.status === "running" ? "sr-only" : "text-xs"}>
        {stepWords(run)}
      </p>
      {run.steps.length > 0 && <RunSteps steps={run.steps} />}
    </div>
  );
}

/** The steps of a run that ended, folded, with the time of all of them together. */
export function StepsFold({ run, label = "Steps" }: { run: RunView; label?: string }) {
  if (run.steps.length === 0) return null;
  return (
    <details className="text-xs">
      <summary className="inline-block rounded py-1 text-ink-soft underline decoration-line-strong underline-offset-2 hover:text-ink">
        {label}
        {run.durationMs === null ? "" : `, ${durationWords(run.durationMs)}`}
      </summary>
      <div className="mt-1.5 space-y-1.5">
        <RunSteps steps={run.steps} />
        {run.isolation && <p className="text-ink-soft">Isolation: {run.isolation}.</p>}
        {run.reason && <p className="text-ink-soft">{run.reason}</p>}
      </div>
    </details>
  );
}
