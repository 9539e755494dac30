"use client";
import { ArrowRight } from "lucide-react";
import { type KeyboardEvent, useActionState } from "react";
import type { Problem } from "#lib/core/result.ts";
import { Button } from "../ui/button.tsx";
import { describedBy, Messages } from "../ui/field.tsx";

export interface StartState {
  problems: Problem[];
  typed: string;
}
export type StartAction = (state: StartState, form: FormData) => Promise<StartState>;
export const NOTHING_YET: StartState = { problems: [], typed: "" };

/** The field grows with its text, but it holds one sentence. */
function startOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** The one field of the start page. */
export function SentenceForm({ action }: { action: StartAction }) {
  const [state, submit, busy] = useActionState(action, NOTHING_YET);
  return (
    <form action={submit} className="mt-6">
      <div className="flex flex-col gap-2 rounded border border-line-strong bg-panel p-1.5 focus-within:border-accent focus-within:outline-2 focus-within:outline-accent sm:flex-row sm:items-start">
        <label htmlFor="description" className="sr-only">
          What are you building, in one sentence
        </label>
        <textarea
          id="description"
          name="description"
          rows={1}
          dir="auto"
          autoComplete="off"
          maxLength={500}
          defaultValue={state.typed}
          key={state.typed}
          placeholder="Lets clinics hold and confirm appointment slots without double-booking"
          className="field-sizing-content min-h-11 min-w-0 flex-1 resize-none rounded bg-transparent px-3 py-2.5 text-base outline-none"
          onKeyDown={startOnEnter}
          {...describedBy("description", state.problems, true)}
        />
        <Button type="submit" look="primary" size="lg" disabled={busy}>
          {busy ? "Starting" : "Start"}
          <ArrowRight aria-hidden className="size-4" />
        </Button>
      </div>
      <p id="description-hint" className="mt-2 text-ink-soft">
        One sentence: what it does, for whom, and what must never happen. You can change it later.
      </p>
      <Messages id="description-problem" problems={state.problems} />
    </form>
  );
}
