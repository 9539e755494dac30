import { useState } from "react";
import { TEXT_LENGTHS } from "#lib/core/text-lengths.ts";
import type { ReviewView } from "#lib/core/view/review-view.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, TextArea } from "../ui/field.tsx";

interface Props {
  open: boolean;
  busy: boolean;
  reasons: NonNullable<ReviewView["result"]>["reasonsNeeded"];
  onOpenChange(open: boolean): void;
  onProceed(reasons: Record<string, string>): void;
}

/** Going on in spite of blockers: one typed reason each, kept for the log, a decision record and the report. */
export function ProceedDialog({ open, busy, reasons, onOpenChange, onProceed }: Props) {
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(reasons.map(({ id, given }) => [id, given])),
  );
  const missing = reasons.some(({ id }) => !typed[id]?.trim());
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Going on needs a reason"
      description="Each reason is kept in the log, in a decision record of the repository, and in the report."
      width="lg"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Stay here</Button>
          <Button look="primary" disabled={missing || busy} onClick={() => onProceed(typed)}>
            Proceed with these reasons
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        {reasons.map(({ id, message, hint }) => (
          <Field key={id} id={`reason-${id}`} label={message} hint={hint}>
            <TextArea
              id={`reason-${id}`}
              rows={2}
              dir="auto"
              maxLength={TEXT_LENGTHS.reason}
              value={typed[id] ?? ""}
              aria-describedby={`reason-${id}-hint`}
              onChange={(event) => setTyped({ ...typed, [id]: event.target.value })}
            />
          </Field>
        ))}
      </div>
    </Dialog>
  );
}
