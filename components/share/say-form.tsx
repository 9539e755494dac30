"use client";
import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import type { Result } from "#lib/core/result.ts";
import { SAID_LIMITS } from "#lib/core/share/limits.ts";
import { ProblemList } from "../generation/problem-list.tsx";
import { useAct } from "../generation/use-act.ts";
import { Button } from "../ui/button.tsx";
import { describedBy, Field, Input, TextArea } from "../ui/field.tsx";

export interface SayFormProps {
  /** What the text is: "Comment on logging". */
  label: string;
  /** The words on the button that sends it. */
  send: string;
  /** The name it goes under, where one is needed; null for the owner. */
  name: { value: string; onChange(name: string): void } | null;
  hint?: string;
  onSay(text: string, name: string): Promise<Result<unknown>>;
  onDone(): void;
  onCancel?(): void;
}

/** A text under a name. Ctrl+Enter sends it, Escape puts it away while it is empty. */
export function SayForm({ label, send, name, hint, onSay, onDone, onCancel }: SayFormProps) {
  const id = useId();
  const act = useAct();
  const [text, setText] = useState("");
  const of = (path: string) => act.problems.filter((problem) => problem.path === path);
  const rest = act.problems.filter(({ path }) => path !== "name" && path !== "text");
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    act.run(
      () => onSay(text, name?.value ?? ""),
      () => {
        setText("");
        onDone();
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
    if (event.key === "Escape" && text === "") onCancel?.();
  };
  return (
    <form onSubmit={submit} className="space-y-2.5 rounded border border-line bg-panel p-3">
      {name && (
        <Field id={`${id}-name`} label="Your name" problems={of("name")}>
          <Input
            id={`${id}-name`}
            dir="auto"
            autoComplete="name"
            maxLength={SAID_LIMITS.name}
            value={name.value}
            {...describedBy(`${id}-name`, of("name"))}
            onChange={(event) => name.onChange(event.target.value)}
          />
        </Field>
      )}
      <Field id={`${id}-text`} label={label} hint={hint} problems={of("text")}>
        <TextArea
          id={`${id}-text`}
          dir="auto"
          autoFocus={onCancel !== undefined && (name === null || name.value !== "")}
          value={text}
          {...describedBy(`${id}-text`, of("text"), hint !== undefined)}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      <ProblemList problems={rest} title="It was not sent" />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" look="primary" disabled={act.busy}>
          {act.busy ? "Sending" : send}
        </Button>
        {onCancel && (
          <Button size="sm" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
