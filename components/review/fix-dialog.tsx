import type { FindingView } from "#lib/core/view/review-view.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

interface Props {
  finding: FindingView | null;
  busy: boolean;
  onClose(): void;
  onTake(): void;
}

/** What taking a fix does, before it is taken: the answers, the total, and what has to be confirmed anew. */
export function FixDialog({ finding, busy, onClose, onTake }: Props) {
  return (
    <Dialog
      open={finding !== null}
      onOpenChange={(open) => !open && onClose()}
      title="Apply this fix"
      description={finding?.fix ?? undefined}
      footer={
        <>
          <Button onClick={onClose}>Leave it as it is</Button>
          <Button look="primary" disabled={busy} onClick={onTake}>
            {busy ? "Applying" : "Apply, confirm and score again"}
          </Button>
        </>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {finding?.changes.map(({ label, words }) => (
          <div key={label} className="contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="font-semibold">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="measure mt-4 text-ink-soft">
        {finding?.gain && `The total changes by ${finding.gain}. `}
        With this you confirm the changed stage again: its other answers stay as they are. You can undo it on the
        stage's page.
      </p>
    </Dialog>
  );
}
