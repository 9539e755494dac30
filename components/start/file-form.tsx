"use client";
import { useActionState, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { ToneMark } from "../ui/tone.tsx";
import { AnswersArea, AnswersChooser } from "./answers-input.tsx";
import { NOTHING_YET, type StartAction } from "./sentence-form.tsx";

/** Opens an answers file: paste it, drop it in, or choose it; every problem is named with its path. */
export function FileForm({ action }: { action: StartAction }) {
  const [state, submit, busy] = useActionState(action, NOTHING_YET);
  const [text, setText] = useState("");
  return (
    <form action={submit} className="space-y-3">
      <Field
        id="document"
        label="Answers file"
        hint="The file .plumbline/answers.json of a delivered repository, complete or not. Nothing in it is assumed beyond what it says."
      >
        <AnswersArea
          id="document"
          name="document"
          rows={5}
          value={text}
          onText={setText}
          aria-describedby="document-hint"
        />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <AnswersChooser name="chooser" onText={setText} />
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
