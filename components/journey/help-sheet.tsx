import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";

const KEYS: readonly [readonly string[], string][] = [
  [["↑", "↓"], "move between options of a question"],
  [["1", "…", "9"], "choose an option of the question you are in"],
  [["Enter"], "go on to the next question"],
  [["s"], "take the suggestion of the question you are in"],
  [["c"], "compare options of the question you are in"],
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
              <td className="w-44 py-2">
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
    </Dialog>
  );
}
