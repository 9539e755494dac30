import { BackLink, type StepBefore } from "../journey/back-link.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";

interface Props {
  ran: boolean;
  stale: boolean;
  /** A step that has to be finished before the review can run. */
  first: { title: string; href: string } | null;
  /** The step before this one. */
  back: StepBefore | null;
  busy: boolean;
  done: boolean;
  next?: { title: string; href: string };
  onRun(): void;
  onProceed(): void;
  onRevise(): void;
  onClarify(): void;
}

/** The three answers to a review, always in the same place. */
export function ReviewBar({ ran, stale, first, back, busy, done, next, onRun, onProceed, onRevise, onClarify }: Props) {
  const idle = !ran || stale || busy;
  return (
    <section
      aria-label="Answers to the review"
      data-chrome
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-paper"
    >
      <div className="mx-auto flex h-14 max-w-[92rem] items-center justify-end gap-2 px-3 md:px-6">
        <p role="status" className="mr-auto hidden text-xs text-ink-soft sm:block">
          {busy ? "Working" : done ? "You chose to proceed." : ran && !stale ? "Choose one to go on." : ""}
        </p>
        {back && <BackLink {...back} />}
        {(!ran || stale) && first && (
          <Link href={first.href} className={buttonClass("primary")}>
            Go to {first.title.toLowerCase()}
          </Link>
        )}
        {(!ran || stale) && !first && (
          <Button look="primary" disabled={busy} onClick={onRun}>
            {ran ? "Run it again" : "Run the review"}
          </Button>
        )}
        {ran && !stale && (
          <>
            <Button disabled={idle} onClick={onClarify}>
              Clarify
            </Button>
            <Button disabled={idle} onClick={onRevise}>
              Revise
            </Button>
            {done && next ? (
              <Link href={next.href} className={buttonClass("primary")}>
                Go to {next.title.toLowerCase()}
              </Link>
            ) : (
              <Button look="primary" disabled={idle} onClick={onProceed}>
                Proceed
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  );
}
