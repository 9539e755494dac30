import { useState } from "react";
import { type ReadTree, useStageTools } from "../journey/stage-context.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { ToneMark } from "../ui/tone.tsx";

interface Props {
  open: boolean;
  own: readonly string[];
  onOpenChange(open: boolean): void;
  onTake(paths: string[]): void;
}

/** Reads a tree pasted from anywhere; problems are named by line before anything is taken. */
export function PasteDialog({ open, own, onOpenChange, onTake }: Props) {
  const { readTree } = useStageTools();
  const [text, setText] = useState("");
  const [read, setRead] = useState<ReadTree | null>(null);
  const fresh = (read?.paths ?? []).filter((path) => !own.includes(path));
  const look = async () => setRead(await readTree(text));
  const take = () => {
    onTake([...own, ...fresh]);
    setText("");
    setRead(null);
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Paste a tree"
      description="The output of tree or find, an indented list, or Markdown bullets. A name that ends with a slash is a folder."
      width="lg"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Close</Button>
          <Button onClick={() => void look()} disabled={text.trim() === ""}>
            Read it
          </Button>
          <Button look="primary" disabled={fresh.length === 0 || (read?.problems.length ?? 0) > 0} onClick={take}>
            {fresh.length === 0 ? "Add to the tree" : `Add ${fresh.length} to the tree`}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <Field id="pasted" label="Tree">
          <TextArea
            id="pasted"
            rows={10}
            spellCheck={false}
            className="font-mono text-xs"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setRead(null);
            }}
            placeholder={"data/\n├── fixtures/\n│   └── sample.csv\n└── README.md"}
          />
        </Field>
        <div role="status">
          {read && read.problems.length > 0 && (
            <ul className="space-y-1">
              {read.problems.map((problem) => (
                <li key={`${problem.line}${problem.message}`} className="flex gap-2">
                  <ToneMark tone="stop" className="mt-[3px]" />
                  <span>
                    <strong>Line {problem.line}.</strong> {problem.message}{" "}
                    <span className="text-ink-soft">{problem.hint}</span>
                  </span>
                </li>
              ))}
            </ul>
          )}
          {read && read.problems.length === 0 && (
            <p className="text-ink-soft">
              {fresh.length === 0
                ? "Everything in it stands in the tree already."
                : `Read ${fresh.length} new ${fresh.length === 1 ? "entry" : "entries"}: ${fresh.slice(0, 6).join(", ")}${fresh.length > 6 ? " and more" : ""}.`}
            </p>
          )}
        </div>
      </div>
    </Dialog>
  );
}
