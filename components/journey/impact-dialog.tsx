import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import type { Pending } from "./use-stage.ts";

/** Before a confirmed answer changes: what becomes stale, and the choice to leave it. */
export function ImpactDialog({ pending, onDecide }: { pending: Pending | null; onDecide(goOn: boolean): void }) {
  return (
    <Dialog
      open={pending !== null}
      onOpenChange={(open) => !open && onDecide(false)}
      title="This answer is confirmed"
      description="Changing it makes these stale. Nothing is deleted; each has to be confirmed or accepted again."
      footer={
        <>
          <Button onClick={() => onDecide(false)}>Keep the confirmed answer</Button>
          <Button look="primary" onClick={() => onDecide(true)}>
            Change it
          </Button>
        </>
      }
    >
      <ul className="list-disc space-y-1 pl-5">
        {pending?.impact.stale.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </Dialog>
  );
}
