"use client";
import { ChevronRight } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Side } from "#lib/core/compare/sides.ts";
import { AnswersArea, AnswersChooser } from "../start/answers-input.tsx";
import { Button } from "../ui/button.tsx";
import { describedBy, Field, type FieldMessage } from "../ui/field.tsx";
import { isLink } from "./use-pasted.ts";

interface Props {
  side: Side;
  /** Whether the other side is not a pasted design. */
  alone: boolean;
  there: boolean;
  onPaste(text: string): void;
}

/** Takes an answers file or a link to a design, pasted or chosen; it stays in this browser until it is compared. */
export function PastedDesign({ side, alone, there, onPaste }: Props) {
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<readonly FieldMessage[]>([]);
  const id = `pasted-${side}`;
  const where = alone ? "" : ` on the ${side}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const readable = isLink(text) || isJson(text);
    setProblems(readable ? [] : [NEITHER]);
    if (!readable) return;
    onPaste(text);
    setText("");
  };
  return (
    <details key={String(there)} open={!there} className="rounded border border-line bg-panel">
      <summary className="flex min-h-9 items-center gap-1.5 px-3 font-semibold">
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft [[open]>summary>&]:rotate-90" />
        {there ? "Paste another design" : "Paste a design"}
        {where}
      </summary>
      <form onSubmit={submit} className="space-y-3 px-3 pb-3">
        <Field
          id={id}
          label={`A design from elsewhere${where}`}
          problems={problems}
          hint="An answers file, or a link that holds a design. It is compared and not stored; it stays in the address of this page."
        >
          <AnswersArea id={id} rows={4} value={text} onText={setText} {...describedBy(id, problems, true)} />
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <AnswersChooser onText={setText} />
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
