"use client";
import { useActionState } from "react";
import { Button } from "../ui/button.tsx";
import { Messages } from "../ui/field.tsx";
import { NOTHING_YET, type StartAction } from "./sentence-form.tsx";

export interface ExampleCard {
  id: string;
  title: string;
  line: string;
  /** A few facts, such as tier and storage. */
  facts: string[];
}

/** Complete designs one can look around in; opening one makes a project of one's own. */
export function ExampleList({ examples, action }: { examples: readonly ExampleCard[]; action: StartAction }) {
  const [state, submit, busy] = useActionState(action, NOTHING_YET);
  return (
    <form action={submit}>
      <ul className="divide-y divide-line rounded border border-line bg-panel">
        {examples.map((example) => (
          <li key={example.id} className="flex flex-col gap-x-4 gap-y-2 px-4 py-3 sm:flex-row sm:items-center">
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{example.title}</p>
              <p className="text-ink-soft">{example.line}</p>
              <p className="mt-1 text-xs text-ink-soft">{example.facts.join(" · ")}</p>
            </div>
            <Button type="submit" name="example" value={example.id} disabled={busy} className="self-start">
              Open a copy<span className="sr-only"> of {example.title}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Messages id="example-problem" problems={state.problems} />
    </form>
  );
}
