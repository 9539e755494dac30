import { ChevronsUpDown, Columns2, FlaskConical } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Problem } from "#lib/core/result.ts";
import type { DecisionLive, DecisionText } from "#lib/core/view/decision-view.ts";
import { Badge } from "../ui/badge.tsx";
import { cx } from "../ui/cx.ts";
import { Link } from "../ui/link.tsx";
import { DecisionField } from "./decision-field.tsx";
import { EvidenceNote } from "./evidence-note.tsx";
import { ReasonField } from "./reason-field.tsx";
import { SuggestionLine } from "./suggestion-line.tsx";
import { WishNote } from "./wish-note.tsx";

interface Props {
  number: number;
  text: DecisionText;
  live: DecisionLive;
  value: unknown;
  /** The typed reason to show: stored, or on its way. */
  reason: string;
  problems: readonly Problem[];
  /** The stage cannot be confirmed without an answer. */
  missing: boolean;
  /** Where two options of this decision can be compared. */
  compareHref: string | null;
  /** What follows from this answer together with others. */
  notes?: ReactNode;
  /** Shows what another answer would do, before it is given. */
  onWhatIf(): void;
  /** Throws away another answer that was tried and not taken; null where none waits. */
  onDropWish: (() => void) | null;
  onChange(value: unknown, reason?: string): void;
  onReason(reason: string): void;
}

/** The id of a decision's card, also the target of deep links: `#architecture.logging`. */
export const cardId = (path: string): string => path;
const controlId = (path: string): string => path.replaceAll(".", "-");

const QUIET = "inline-flex min-h-7 items-center gap-1.5 rounded text-xs text-ink-soft hover:text-accent";

/** One decision: the question, why it is asked, the suggestion, the answer, and what is wrong with it. */
export function DecisionCard({
  number,
  text,
  live,
  value,
  reason,
  problems,
  missing,
  compareHref,
  notes,
  onWhatIf,
  onDropWish,
  onChange,
  onReason,
}: Props) {
  const id = controlId(text.path);
  const [unfolded, setUnfolded] = useState(false);
  const folds = text.options.some(({ chooseWhen, costs, changes }) => chooseWhen || costs || changes);
  const answered = value !== null && value !== undefined && problems.length === 0;
  return (
    <section
      id={cardId(text.path)}
      data-decision={text.path}
      aria-labelledby={`${id}-ask`}
      className={cx(
        "group scroll-mt-20 rounded border bg-panel transition-colors duration-[120ms] focus-within:border-accent-line target:border-accent",
        problems.length > 0 ? "border-stop" : "border-line",
      )}
    >
      <header className="px-4 pt-3.5 pb-3">
        <div className="flex items-baseline gap-2.5">
          <span aria-hidden className="tabular w-5 shrink-0 font-mono text-xs text-ink-soft">
            {String(number).padStart(2, "0")}
          </span>
          <h2 id={`${id}-ask`} className="min-w-0 flex-1 text-base font-semibold text-balance">
            {text.ask}
          </h2>
          <StateWord answered={answered} refused={problems.length > 0} missing={missing} text={text} />
        </div>
        {text.why && <p className="measure mt-1 pl-[1.875rem] text-ink-soft">{text.why}</p>}
      </header>
      {live.evidence ? (
        <EvidenceNote path={text.path} stored={live.evidence} value={value} onTake={onChange} />
      ) : (
        live.suggestion && <SuggestionLine suggestion={live.suggestion} onTake={onChange} />
      )}
      <DecisionField
        text={text}
        live={live}
        value={value}
        problems={problems}
        id={id}
        unfolded={unfolded}
        onChange={onChange}
      />
      {notes}
      {live.reasonAsked && <ReasonField id={id} asked={live.reasonAsked} reason={reason} onReason={onReason} />}
      {onDropWish && <WishNote onSee={onWhatIf} onDrop={onDropWish} />}
      <footer className="flex flex-wrap gap-x-5 border-line border-t px-4 py-1.5">
        {folds && (
          <button
            type="button"
            data-unfold
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
            className={QUIET}
          >
            <ChevronsUpDown aria-hidden className="size-3.5" /> {unfolded ? "Fold the options" : "Unfold all options"}
          </button>
        )}
        {compareHref && (
          <Link href={compareHref} data-compare={compareHref} className={QUIET}>
            <Columns2 aria-hidden className="size-3.5" /> Compare two options side by side
          </Link>
        )}
        <button type="button" data-what-if onClick={onWhatIf} className={QUIET}>
          <FlaskConical aria-hidden className="size-3.5" /> What if
          <span className="sr-only"> this were answered otherwise</span>
        </button>
      </footer>
    </section>
  );
}

interface State {
  answered: boolean;
  /** What was answered last could not be taken. */
  refused: boolean;
  missing: boolean;
  text: DecisionText;
}

function StateWord({ answered, refused, missing, text }: State) {
  if (refused) return <Badge tone="stop">Not saved</Badge>;
  if (answered) return <Badge tone="good">Answered</Badge>;
  if (text.gate) return <Badge>No answer counts as no</Badge>;
  if (missing) return <Badge tone="notice">Open</Badge>;
  if (text.silent) return <Badge>None so far</Badge>;
  return text.presence === "optional" ? <Badge>Optional</Badge> : <Badge tone="notice">Open</Badge>;
}
