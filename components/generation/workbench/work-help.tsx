"use client";
import { useState } from "react";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox } from "../../ui/field.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { singleKeys } from "./use-work-keys.ts";

const KEYS: readonly [readonly string[], string][] = [
  [["a"], "accept the draft on the table"],
  [["m"], "modify: edit, or say what should change"],
  [["r"], "regenerate"],
  [["d"], "defer"],
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
      <table className="w-full">
        <thead className="sr-only">
          <tr>
            <th scope="col">Keys</th>
            <th scope="col">What they do</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(([keys, what]) => (
            <tr key={what} className="border-line border-b last:border-0">
              <td className="w-36 py-2">
                <span className="flex gap-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </span>
              </td>
              <td className="py-2">{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
