import { ChevronRight } from "lucide-react";
import type { FindingView } from "#lib/core/view/review-view.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Link } from "../ui/link.tsx";
import { signed } from "../ui/signed.ts";
import { type Tone, ToneMark } from "../ui/tone.tsx";
import { FindingFacts } from "./finding-facts.tsx";

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
        <FindingFacts finding={finding} />
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
