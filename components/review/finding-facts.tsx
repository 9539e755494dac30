import type { ReactNode } from "react";
import type { FindingView } from "#lib/core/view/review-view.ts";

/** What explains a finding: evidence, why it matters, the fix with what it gains, and where it comes from. */
export function FindingFacts({ finding }: { finding: FindingView }) {
  return (
    <>
      <Row title="Evidence">
        <ul className="flex flex-wrap gap-1.5">
          {finding.evidence.map(({ label, value }) => (
            <li key={label} className="rounded border border-line bg-sunk px-1.5 py-0.5 text-xs">
              {label}: <strong>{value}</strong>
            </li>
          ))}
        </ul>
      </Row>
      <Row title="Why it matters">{finding.why}</Row>
      {finding.fix && (
        <Row title="Fix">
          {finding.fix}
          {finding.changes.length > 0 && (
            <span className="text-ink-soft">
              {" "}
              It sets {finding.changes.map(({ label, words }) => `${label} to ${words}`).join(", ")}.
            </span>
          )}
          {finding.gain && finding.changes.length === 0 && (
            <strong className="tabular"> {finding.gain} at least.</strong>
          )}
        </Row>
      )}
      {finding.example && <Row title="Example">{finding.example}</Row>}
      {finding.alternatives.length > 0 && (
        <Row title="Other ways">
          <ul className="list-disc space-y-0.5 pl-4">
            {finding.alternatives.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </Row>
      )}
      <Row title="Source">
        <span className="text-ink-soft">
          {finding.sources.join("; ")}. Rule {finding.id}.
        </span>
      </Row>
    </>
  );
}

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[7rem_1fr]">
      <h3 className="text-xs leading-5 text-ink-soft">{title}</h3>
      <div className="measure">{children}</div>
    </div>
  );
}
