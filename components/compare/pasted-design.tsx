"use client";
import { ChevronRight } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { describedBy, Field, type FieldMessage, TextArea } from "../ui/field.tsx";
import { isLink } from "./use-pasted.ts";

/** Takes an answers file or a link to a design, pasted or chosen; it stays in this browser until it is compared. */
export function PastedDesign({ there, onPaste }: { there: boolean; onPaste(text: string): void }) {
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<readonly FieldMessage[]>([]);
  const read = async (file: File | undefined) => file && setText((await file.text()).slice(0, 1_000_001));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const readable = isLink(text) || isJson(text);
    setProblems(readable ? [] : [NEITHER]);
    if (!readable) return;
    onPaste(text);
    setText("");
  };
  return (
    <details key={String(there)} open={!there} className="mt-4 rounded border border-line bg-panel">
      <summary className="flex min-h-9 items-center gap-1.5 px-3 font-semibold">
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft [[open]>summary>&]:rotate-90" />
        {there ? "Paste another design" : "Paste a design"}
      </summary>
      <form onSubmit={submit} className="space-y-3 px-3 pb-3">
        <Field
          id="pasted"
          label="A design from elsewhere"
          problems={problems}
          hint="An answers file, or a link that holds a design. It is compared and not stored; it stays in the address of this page."
        >
          <TextArea
            id="pasted"
            rows={4}
            spellCheck={false}
            className="font-mono text-xs"
            placeholder={'{ "plumbline": 1, "intake": { … } }'}
            value={text}
            {...describedBy("pasted", problems, true)}
            onChange={(event) => setText(event.target.value)}
            onDrop={(event) => {
              if (event.dataTransfer.files.length === 0) return;
              event.preventDefault();
              void read(event.dataTransfer.files[0]);
            }}
          />
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <input
            type="file"
            aria-label="Choose an answers file"
            accept=".json,application/json"
            onChange={(event) => void read(event.target.files?.[0])}
            className="max-w-full text-xs text-ink-soft file:mr-3 file:h-9 file:rounded file:border file:border-line-strong file:border-solid file:bg-panel file:px-3 file:font-semibold file:text-ink"
          />
          <Button type="submit" disabled={!text.trim()}>
            Compare it
          </Button>
        </div>
      </form>
    </details>
  );
}

const NEITHER: FieldMessage = {
  message: "This is neither an answers file nor a link to a design.",
  hint: "Paste the whole JSON of an answers file, or a link with #design= in it.",
};

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}
