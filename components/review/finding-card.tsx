import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { FindingView } from "#lib/core/view/review-view.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { type Tone, ToneMark } from "../ui/tone.tsx";

export const LEVEL_TONE: Record<FindingView["level"], Tone> = {
  blocker: "stop",
  error: "stop",
  warn: "warn",
  notice: "notice",
  good: "good",
};
export const LEVEL_WORD: Record<FindingView["level"], string> = {
  blocker: "Blocker",
  error: "Error",
  warn: "Warning",
  notice: "Notice",
  good: "Strength",
};

interface Props {
  finding: FindingView;
  open: boolean;
  busy: boolean;
  onToggle(open: boolean): void;
  onFix(): void;
}

/** A finding folded to one line; unfolded: evidence, why it matters, the fix with what it gains, and where it comes from. */
export function FindingCard({ finding, open, busy, onToggle, onFix }: Props) {
  const tone = LEVEL_TONE[finding.level];
  return (
    <details
      id={finding.id}
      open={open}
      onToggle={(event) => onToggle(event.currentTarget.open)}
      className="scroll-mt-20 border-line border-b last:border-b-0 target:bg-accent-soft/40"
    >
      <summary className="flex items-start gap-2.5 px-4 py-3 hover:bg-sunk/60">
        <ChevronRight
          aria-hidden
          className={cx(
            "mt-0.5 size-4 shrink-0 text-ink-soft transition-transform duration-[120ms]",
            open && "rotate-90",
          )}
        />
        <ToneMark tone={tone} className="mt-[3px]" />
        <span className="min-w-0 flex-1">
          <span className="sr-only">{LEVEL_WORD[finding.level]}: </span>
          {finding.message}
        </span>
        <span className="hidden shrink-0 text-xs font-normal text-ink-soft sm:inline">{finding.dimension}</span>
        <span className="tabular w-9 shrink-0 text-right text-xs text-ink-soft">{signed(finding.points)}</span>
      </summary>
      <div className="space-y-4 pr-4 pb-4 pl-[3.25rem]">
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
        <div className="flex flex-wrap gap-2">
          {finding.changes.length > 0 && (
            <Button look="primary" size="sm" disabled={busy} onClick={onFix}>
              {`Apply this fix${finding.gain && `, ${finding.gain}`}`}
            </Button>
          )}
          {finding.level !== "good" &&
            finding.decisions.map((decision) => (
              <Link key={decision.path} href={decision.href} className={buttonClass("secondary", "sm")}>
                Revise {decision.label.toLowerCase()}
              </Link>
            ))}
        </div>
      </div>
    </details>
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

const signed = (points: number): string => (points > 0 ? `+${points}` : `−${Math.abs(points)}`);
