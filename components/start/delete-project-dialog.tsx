"use client";
import { type FormEvent, useId, useRef, useState } from "react";
import type { Result } from "#lib/core/result.ts";
import { useAct } from "../generation/use-act.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { describedBy, Field, Input } from "../ui/field.tsx";

interface Props {
  title: string;
  act(typed: string): Promise<Result<true>>;
  onClose(): void;
  onDeleted(): void;
}

/** Nothing brings a deleted project back, so its name has to be typed. */
export function DeleteProjectDialog({ title, act, onClose, onDeleted }: Props) {
  const [typed, setTyped] = useState("");
  const { busy, problems, run } = useAct();
  const first = useRef<HTMLInputElement>(null);
  const form = useId();
  const matches = typed.trim() === title.trim();
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (matches) run(() => act(typed), onDeleted);
  }
  return (
    <Dialog
      open
      initialFocus={first}
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${title}`}
      description="Its answers, drafts, runs, log, share links and tokens of agents are deleted for good. What you have downloaded or pushed stays with you."
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button look="danger" type="submit" form={form} disabled={busy || !matches}>
            Delete for good
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field id="delete-name" label={`Type ${title} to confirm`} problems={problems}>
          <Input
            ref={first}
            id="delete-name"
            spellCheck={false}
            autoCapitalize="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            {...describedBy("delete-name", problems)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
