import type { SharedDecision, SharedStage } from "#lib/core/view/shared-view.ts";
import { cx } from "../ui/cx.ts";
import { WithMargin } from "./threads.tsx";

/** Every answer of a stage with its reason, and in the margin what was said about it. */
export function SharedDecisions({ stage }: { stage: SharedStage }) {
  return (
    <section aria-labelledby={`stage-${stage.id}`} className="mt-8">
      <h3 id={`stage-${stage.id}`} className="text-base font-semibold">
        {stage.title}
      </h3>
      <p className="mt-0.5 text-xs text-ink-soft">{stage.confirmed || "Not confirmed yet."}</p>
      <div className="mt-2">
        {stage.decisions.map((decision) => (
          <WithMargin
            key={decision.path}
            anchor={{ kind: "decision", path: decision.path }}
            about={decision.label}
            className="border-line border-t py-3"
          >
            <Decision decision={decision} />
          </WithMargin>
        ))}
      </div>
    </section>
  );
}

function Decision({ decision }: { decision: SharedDecision }) {
  const { path, label, words, answered, reason, options, details } = decision;
  return (
    <div id={path} className="scroll-mt-20 target:bg-accent-soft/50">
      <h4 className="text-xs leading-5 font-normal text-ink-soft">{label}</h4>
      <p dir="auto" className={cx("measure text-base", !answered && "text-ink-soft")}>
        {words}
      </p>
      {details.length > 0 && (
        <ul className="mt-1 space-y-0.5 text-xs">
          {details.map(({ at, words: part }) => (
            <li key={at} dir="auto" className="measure">
              <strong>{at}</strong> <span className="text-ink-soft">{part}</span>
            </li>
          ))}
        </ul>
      )}
      {reason && (
        <p dir="auto" className="measure mt-1">
          <span className="text-ink-soft">Because: </span>
          {reason}
        </p>
      )}
      {options.length > 0 && (
        <details className="mt-1 text-xs text-ink-soft">
          <summary className="inline-block rounded font-normal underline decoration-dotted underline-offset-2">
            What that is, and what it costs
          </summary>
          {options.map((option) => (
            <p key={option.label} className="measure mt-1">
              <strong className="text-ink">{option.label}.</strong> {option.summary} Costs: {option.costs}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}
