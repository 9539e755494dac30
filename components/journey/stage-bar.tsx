import { CircleAlert, CircleCheck, CloudOff, Keyboard, Loader, PanelRight, Redo2, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button, IconButton } from "../ui/button.tsx";
import { BackLink, type StepBefore } from "./back-link.tsx";
import type { SaveStatus } from "./save-queue.ts";

interface Props {
  status: SaveStatus;
  /** How many answers were refused and wait to be mended. */
  refused: number;
  /** The step before this one. */
  back: StepBefore | null;
  undo: string | null;
  redo: string | null;
  onRefused(): void;
  onUndo(): void;
  onRedo(): void;
  onHelp(): void;
  onPanel(): void;
  children: ReactNode;
}

/** The bar at the bottom: whether everything is stored, undo and redo, and the act that ends the stage. */
export function StageBar({
  status,
  refused,
  back,
  undo,
  redo,
  onRefused,
  onUndo,
  onRedo,
  onHelp,
  onPanel,
  children,
}: Props) {
  return (
    <section
      aria-label="State and acts"
      data-chrome
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-paper"
    >
      <div className="mx-auto flex h-14 max-w-[92rem] items-center gap-1 px-3 md:gap-2 md:px-6">
        <SaveWord status={status} refused={refused} onRefused={onRefused} />
        <span className="mx-1 hidden h-5 w-px bg-line md:block" />
        <IconButton
          label={undo ? `Undo ${undo}` : "Nothing to undo"}
          aria-disabled={!undo}
          onClick={() => undo && onUndo()}
          className="aria-disabled:border-transparent aria-disabled:bg-transparent"
        >
          <Undo2 aria-hidden className="size-4" />
        </IconButton>
        <IconButton
          label={redo ? `Redo ${redo}` : "Nothing to redo"}
          aria-disabled={!redo}
          onClick={() => redo && onRedo()}
          className="aria-disabled:border-transparent aria-disabled:bg-transparent"
        >
          <Redo2 aria-hidden className="size-4" />
        </IconButton>
        <span className="hidden md:block">
          <IconButton label="Keyboard help" onClick={onHelp}>
            <Keyboard aria-hidden className="size-4" />
          </IconButton>
        </span>
        <div className="ml-auto flex items-center gap-2">
          <Button
            look="quiet"
            className="lg:hidden"
            onClick={onPanel}
            aria-label="Show the consequences"
            icon={<PanelRight aria-hidden className="size-4" />}
          >
            <span className="hidden md:inline">Consequences</span>
          </Button>
          {back && <BackLink {...back} />}
          {children}
        </div>
      </div>
    </section>
  );
}

const FACE = {
  saved: { Icon: CircleCheck, word: "Saved", ink: "text-good" },
  saving: { Icon: Loader, word: "Saving", ink: "text-ink-soft" },
  offline: { Icon: CloudOff, word: "Offline, kept here", ink: "text-warn" },
} as const;

function SaveWord({ status, refused, onRefused }: Pick<Props, "status" | "refused" | "onRefused">) {
  const { Icon, word, ink } = FACE[status];
  const mend = status === "saved" && refused > 0;
  return (
    <p
      role="status"
      data-save={status}
      className={`flex min-w-0 items-center gap-1.5 text-xs ${mend ? "text-stop" : ink}`}
    >
      {mend ? (
        <CircleAlert aria-hidden className="size-4 shrink-0" />
      ) : (
        <Icon aria-hidden className="size-4 shrink-0" />
      )}
      {mend ? (
        <button type="button" onClick={onRefused} className="min-h-7 rounded underline underline-offset-2">
          {refused} not saved<span className="sr-only">, go to the first</span>
        </button>
      ) : (
        <span className="leading-tight">{word}</span>
      )}
    </p>
  );
}
