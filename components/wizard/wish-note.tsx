import { FlaskConical } from "lucide-react";
import { Button } from "../ui/button.tsx";

/** Another answer that was tried, left open and not taken: it waits here, and nothing of it is saved. */
export function WishNote({ onSee, onDrop }: { onSee(): void; onDrop(): void }) {
  return (
    <div
      role="status"
      className="flex animate-rise flex-wrap items-center gap-x-3 gap-y-2 border-line border-t bg-accent-soft/50 px-4 py-2"
    >
      <FlaskConical aria-hidden className="size-4 shrink-0 text-accent" />
      <p className="min-w-[14rem] flex-1">
        You tried another answer and did not take it. It is not saved, and waits here until you leave this page.
      </p>
      <div className="flex gap-2">
        <Button size="sm" onClick={onDrop}>
          Drop it
        </Button>
        <Button size="sm" onClick={onSee}>
          Look at it again
        </Button>
      </div>
    </div>
  );
}
