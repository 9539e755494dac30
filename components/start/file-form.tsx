"use client";
import { useActionState, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { ToneMark } from "../ui/tone.tsx";
import { NOTHING_YET, type StartAction } from "./sentence-form.tsx";

/** Opens an answers file: paste it, drop it in, or choose it; every problem is named with its path. */
export function FileForm({ action }: { action: StartAction }) {
  const [state, submit, busy] = useActionState(action, NOTHING_YET);
  const [text, setText] = useState("");
  const read = async (file: File | undefined) => file && setText((await file.text()).slice(0, 1_000_001));
  return (
    <form action={submit} className="space-y-3">
      <Field
        id="document"
        label="Answers file"
        hint="The file .plumbline/answers.json of a delivered repository, complete or not. Nothing in it is assumed beyond what it says."
      >
        <TextArea
          id="document"
          name="document"
          rows={5}
          spellCheck={false}
          className="font-mono text-xs"
          placeholder={'{ "plumbline": 1, "intake": { … } }'}
          value={text}
          aria-describedby="document-hint"
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
          name="chooser"
          aria-label="Choose an answers file"
          accept=".json,application/json"
          onChange={(event) => void read(event.target.files?.[0])}
          className="max-w-full text-xs text-ink-soft file:mr-3 file:h-9 file:rounded file:border file:border-line-strong file:border-solid file:bg-panel file:px-3 file:font-semibold file:text-ink"
        />
        <Button type="submit" disabled={busy}>
          {busy ? "Reading" : "Open it"}
        </Button>
      </div>
      {state.problems.length > 0 && (
        <div role="alert" className="rounded border border-stop/35 bg-stop-soft px-3 py-2.5">
          <p className="flex items-center gap-2 font-semibold">
            <ToneMark tone="stop" /> {state.problems.length === 1 ? "One problem" : `${state.problems.length} problems`}
          </p>
          <ul className="mt-2 space-y-1.5">
            {state.problems.map((problem) => (
              <li key={`${problem.path}${problem.message}`}>
                <code className="mr-2 font-semibold">{problem.path}</code>
                {problem.message} {problem.hint && <span className="text-ink-soft">{problem.hint}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
