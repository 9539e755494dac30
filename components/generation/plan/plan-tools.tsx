import { FilePlus2, Group, Keyboard } from "lucide-react";
import { Button } from "../../ui/button.tsx";

interface Props {
  /** How many files are chosen for a group. */
  chosen: number;
  /** The kept order is not the suggested one, and no other is being made. */
  resettable: boolean;
  onAdd(): void;
  onGroup(): void;
  onReset(): void;
}

/** What can be done with the plan as a whole. */
export function PlanTools({ chosen, resettable, onAdd, onGroup, onReset }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b py-2">
      <Button size="sm" icon={<FilePlus2 aria-hidden className="size-4" />} onClick={onAdd}>
        Add a file
      </Button>
      <Button size="sm" icon={<Group aria-hidden className="size-4" />} disabled={chosen === 0} onClick={onGroup}>
        {chosen === 0 ? "Group for review" : `Group ${chosen} for review`}
      </Button>
      {resettable && (
        <Button size="sm" look="quiet" onClick={onReset}>
          Back to the suggested order
        </Button>
      )}
      <span className="ml-auto hidden items-center gap-1.5 text-xs text-ink-soft md:flex">
        <Keyboard aria-hidden className="size-4" /> Alt and arrow keys move a file
      </span>
    </div>
  );
}
