import type { DeliverView } from "#lib/core/view/deliver-view.ts";
import { Terminal } from "./terminal.tsx";

/** What to type first, step by step. */
export function FirstMinute({ steps }: { steps: DeliverView["steps"] }) {
  return (
    <section aria-labelledby="first-minute">
      <h2 id="first-minute" className="mb-1 text-lg font-semibold">
        The first minute
      </h2>
      <p className="measure mb-3 text-ink-soft">The commands of the repository’s own README.</p>
      <ol className="space-y-4">
        {steps.map((step, index) => (
          <li key={step.title}>
            <h3 className="mb-1 font-semibold">
              <span className="tabular text-ink-soft">{index + 1}.</span> {step.title}
            </h3>
            <div className="space-y-3">
              {step.parts.map((part) => (
                <div key={part.commands.join("\n")}>
                  {part.note && <p className="measure pb-1.5 text-ink-soft">{part.note}</p>}
                  <Terminal commands={part.commands} />
                </div>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
