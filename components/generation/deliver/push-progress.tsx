import { CircleCheck, CircleDashed, ExternalLink, LoaderCircle, OctagonX } from "lucide-react";
import { FORGES, type PushOrder } from "#lib/core/delivery/push-order.ts";
import { PUSH_STEPS, type PushStepId } from "#lib/core/view/push-view.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { cx } from "../../ui/cx.ts";
import type { PushProgress as Progress } from "./use-push.ts";

const FACE = {
  done: { Icon: CircleCheck, word: "done", ink: "text-good" },
  running: { Icon: LoaderCircle, word: "under way", ink: "text-accent" },
  refused: { Icon: OctagonX, word: "broke off", ink: "text-stop" },
  later: { Icon: CircleDashed, word: "to come", ink: "text-ink-soft" },
} as const;

const ORDER = Object.keys(PUSH_STEPS) as PushStepId[];

/** The steps of a push as they happen, and its end. */
export function PushProgress({ progress, order }: { progress: Progress; order: PushOrder }) {
  if (progress.state === "ready") return null;
  const { forge, into } = order;
  const at = progress.step ? ORDER.indexOf(progress.step) : -1;
  const faceOf = (index: number) => {
    if (progress.state === "done" || index < at) return FACE.done;
    if (index > at) return FACE.later;
    return progress.state === "refused" ? FACE.refused : FACE.running;
  };
  const { request } = FORGES[forge];
  const last = into === "new" ? "Give it its description" : `Open the ${request}`;
  return (
    <div className="space-y-3">
      <ol aria-label="Steps of the push" className="space-y-1.5 rounded border border-line bg-sunk px-3 py-2.5">
        {ORDER.map((step, index) => {
          const { Icon, word, ink } = faceOf(index);
          const arrived = step === "commits" && progress.arrived;
          return (
            <li key={step} className="flex items-start gap-2">
              <Icon
                aria-hidden
                className={cx(
                  "mt-[3px] size-3.5 shrink-0",
                  ink,
                  word === "under way" && "animate-spin [animation-duration:1.6s]",
                )}
              />
              <span>
                {step === "finish" ? last : PUSH_STEPS[step]}
                <span className="sr-only">, {word}</span>
                {arrived && (
                  <span className="tabular text-ink-soft">
                    , {arrived.done} of {arrived.of} commits
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      <p role="status" className={progress.wait === null ? "sr-only" : "text-ink-soft"}>
        {progress.wait !== null && `${FORGES[forge].label} asks to wait ${progress.wait} s; it goes on by itself.`}
        {progress.state === "running" && progress.wait === null && progress.step && PUSH_STEPS[progress.step]}
      </p>
      {progress.to && (
        <Callout
          tone="good"
          role="status"
          title={progress.to.unchanged ? "Everything stood there already" : "It is there, whole"}
          actions={
            <>
              <Out href={progress.to.repository}>Open the repository</Out>
              {progress.to.request && <Out href={progress.to.request}>Open the {request}</Out>}
            </>
          }
        >
          Commit <code>{progress.to.commit.slice(0, 12)}</code> holds exactly the files of this delivery. If the token
          was made for this push, revoke it now.
        </Callout>
      )}
    </div>
  );
}

function Out({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={buttonClass("secondary", "sm")}>
      <ExternalLink aria-hidden className="size-3.5" /> {children}
    </a>
  );
}
