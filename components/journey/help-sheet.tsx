import { Dialog } from "../ui/dialog.tsx";
import { type KeyLines, KeyTable } from "../ui/key-table.tsx";

const KEYS: KeyLines = [
  [["↑", "↓"], "move between options of a question"],
  [["1", "…", "9"], "choose an option of the question you are in"],
  [["Enter"], "go on to the next question"],
  [["s"], "take the suggestion of the question you are in"],
  [["d"], "unfold or fold all options of the question you are in"],
  [["c"], "compare options of the question you are in"],
  [["w"], "see what another answer would do"],
  [["Alt", "W"], "the same, also while you type"],
  [["Ctrl", "Z"], "undo the last answer"],
  [["Shift", "Ctrl", "Z"], "redo it"],
  [["?"], "show this sheet"],
];

export function HelpSheet({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard"
      description="Everything on this page can be done without a mouse."
    >
      <KeyTable lines={KEYS} />
    </Dialog>
  );
}
