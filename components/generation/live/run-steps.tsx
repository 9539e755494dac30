import { CircleCheck, CircleDashed, LoaderCircle, OctagonX } from "lucide-react";
import type { ProofStep } from "#lib/core/checks/proof.ts";
import { durationWords } from "#lib/core/view/run-words.ts";
import { cx } from "../../ui/cx.ts";

const FACE = {
  running: { Icon: LoaderCircle, word: "running", ink: "text-accent" },
  done: { Icon: CircleCheck, word: "done", ink: "text-good" },
  failed: { Icon: OctagonX, word: "failed", ink: "text-stop" },
  skipped: { Icon: CircleDashed, word: "skipped", ink: "text-ink-soft" },
} as const satisfies Record<ProofStep["state"], object>;

/** The steps of a run with what came out and how long each took. */
export function RunSteps({ steps, label = "Steps" }: { steps: readonly ProofStep[]; label?: string }) {
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
