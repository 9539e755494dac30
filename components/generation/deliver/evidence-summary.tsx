import { checks } from "#lib/core/checks/check.ts";
import type { DeliverView } from "#lib/core/view/deliver-view.ts";
import { buttonClass } from "../../ui/button.tsx";

/** What ran on the files that leave, in sums; what did not run is said as loudly as what passed. */
export function EvidenceSummary({ deliver: { evidence, projectId } }: { deliver: DeliverView }) {
  if (!evidence) return null;
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence" className="mb-3 text-lg font-semibold">
        Evidence
      </h2>
      <div className="rounded border border-line bg-panel px-4 py-3">
        <p className="measure text-ink-soft">
          The zip carries <code>.plumbline/evidence.json</code>: what ran on each of {evidence.files} files, with which
          tools, and what did not run.
          {evidence.unproved > 0 && ` About ${evidence.unproved} more files nothing is known as they stand.`}
        </p>
        <ul className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {evidence.checks.map(({ check, words }) => (
            <li key={check} className="flex gap-2">
              <span className="w-20 font-semibold">{checks[check].label}</span>
              <span className="tabular-nums">{words}</span>
            </li>
          ))}
          <li className="flex gap-2 sm:col-span-2">
            <span className="w-20 shrink-0 font-semibold">Coverage</span>
            <span className="tabular-nums">{evidence.coverage}</span>
          </li>
        </ul>
        <a href={`/p/${projectId}/deliver/evidence`} className={`${buttonClass("secondary", "sm")} mt-3`}>
          Look at the evidence
        </a>
      </div>
    </section>
  );
}
