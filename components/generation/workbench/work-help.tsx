"use client";
import { useState } from "react";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox } from "../../ui/field.tsx";
import { type KeyLines, KeyTable } from "../../ui/key-table.tsx";
import { singleKeys } from "./use-work-keys.ts";

const KEYS: KeyLines = [
  [["a"], "accept the draft on the table"],
  [["m"], "modify: edit, or say what should change"],
  [["r"], "regenerate"],
  [["d"], "defer"],
  [["v"], "validate: run every check again"],
  [["e"], "edit the text"],
  [["j"], "next file"],
  [["k"], "previous file"],
  [["1", "…", "5"], "content, difference, contract, sub-prompt, history"],
  [["Ctrl", "S"], "save the draft while editing"],
  [["Esc", "Tab"], "leave the editor by keyboard"],
  [["?"], "show this sheet"],
];

export function WorkHelp({ onClose }: { onClose(): void }) {
  const [on, setOn] = useState(singleKeys.read);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Keyboard"
      description="Everything on this page can be done without a mouse."
    >
      <KeyTable lines={KEYS} />
      <Checkbox
        className="mt-3"
        label="Single letters act (switch off if you dictate or brush keys by accident)"
        checked={on}
        onChange={(event) => {
          singleKeys.write(event.target.checked);
          setOn(event.target.checked);
        }}
      />
    </Dialog>
  );
}
