"use client";
import { useRef, useState } from "react";
import type { Problem } from "#lib/core/result.ts";
import { TEXT_LENGTHS } from "#lib/core/text-lengths.ts";
import type { CheckedView } from "#lib/core/view/task-view.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { ProblemList } from "../problem-list.tsx";

interface Shared {
  path: string;
  busy: boolean;
  problems: readonly Problem[];
  onClose(): void;
}

interface Asking extends Shared {
  title: string;
  description: string;
  label: string;
  hint: string;
  act: string;
  danger?: boolean;
  /** Characters there may be. */
  most?: number;
  children?: React.ReactNode;
  onSay(text: string): void;
}

/** One question that wants a written answer before the act. */
function AskDialog({
  title,
  description,
  label,
  hint,
  act,
  danger,
  most = TEXT_LENGTHS.reason,
  busy,
  problems,
  children,
  onClose,
  onSay,
}: Asking) {
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <Dialog
      open
      initialFocus={field}
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look={danger ? "danger" : "primary"} disabled={busy || !text.trim()} onClick={() => onSay(text)}>
            {act}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {children}
        <Field id="ask-text" label={label} hint={hint}>
          <TextArea
            ref={field}
            id="ask-text"
            dir="auto"
            maxLength={most}
            rows={3}
            value={text}
            aria-describedby="ask-text-hint"
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <ProblemList problems={problems} />
      </div>
    </Dialog>
  );
}

export function AcknowledgeDialog({
  checked,
  onAccept,
  ...shared
}: Shared & { checked: CheckedView; onAccept(reason: string): void }) {
  return (
    <AskDialog
      {...shared}
      title={`Accept ${shared.path} as it is`}
      description={checked.verdict.because}
      label="Why do you accept it as it is?"
      hint="Your reason stands in the log and in the report, beside what failed."
      act="Accept as it is"
      onSay={onAccept}
    >
      <p className="text-xs text-ink-soft">
        Bound to SHA-256 <span className="font-mono break-all text-ink">{checked.sha256}</span>
      </p>
    </AskDialog>
  );
}

export function DeferDialog({ onDefer, ...shared }: Shared & { onDefer(reason: string): void }) {
  return (
    <AskDialog
      {...shared}
      title={`Defer ${shared.path}`}
      description="The file stays in the plan as deferred. A delivery without it has to be asked for knowingly."
      label="What does it wait for?"
      hint="The report lists it with your words."
      act="Defer this file"
      onSay={onDefer}
    />
  );
}

export function AbortDialog({ onAbort, ...shared }: Shared & { onAbort(reason: string): void }) {
  return (
    <AskDialog
      {...shared}
      title="End generation"
      description="Nothing is deleted: drafts and acceptances stay, and you can resume at any time."
      label="Why do you end it?"
      hint="Your reason stands in the log."
      act="End generation"
      danger
      onSay={onAbort}
    />
  );
}

export function ModifyDialog({
  canEdit,
  onEdit,
  onAsk,
  ...shared
}: Shared & { canEdit: boolean; onEdit(): void; onAsk(text: string): void }) {
  return (
    <AskDialog
      {...shared}
      title={`Modify ${shared.path}`}
      description="Change the text yourself, or say what should change; your words enter the sub-prompt for the next draft."
      label="What should change?"
      hint="One thing a sentence. It is added to what you asked for before."
      act="Add to the sub-prompt"
      most={TEXT_LENGTHS.change}
      onSay={onAsk}
    >
      <Button disabled={!canEdit} onClick={onEdit} className="w-full">
        Edit the text here
      </Button>
    </AskDialog>
  );
}

export function RegenerateDialog({
  path,
  busy,
  problems,
  onClose,
  hasTemplate,
  isTemplate,
  failing,
  onTemplate,
  onPrompt,
}: Shared & { hasTemplate: boolean; isTemplate: boolean; failing: number; onTemplate(): void; onPrompt(): void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Regenerate ${path}`}
      description="Earlier drafts stay in the history."
      footer={<Button onClick={onClose}>Cancel</Button>}
    >
      <div className="space-y-3">
        <Choice
          title="The built-in draft again"
          text={
            !hasTemplate
              ? "This file has no built-in draft."
              : isTemplate
                ? "It is on the table already."
                : "Rendered from your answers as they are now; it becomes a new draft."
          }
          act="Take the built-in draft"
          disabled={busy || !hasTemplate || isTemplate}
          onAct={onTemplate}
        />
        <Choice
          title="A sub-prompt for your agent"
          text={
            failing > 0
              ? `Self-contained, with ${failing === 1 ? "the finding" : `all ${failing} findings`} of the last checks and what you asked to change.`
              : "Self-contained, with what you asked to change."
          }
          act="Show the sub-prompt"
          disabled={busy}
          onAct={onPrompt}
        />
        <ProblemList problems={problems} />
      </div>
    </Dialog>
  );
}

function Choice({
  title,
  text,
  act,
  disabled,
  onAct,
}: {
  title: string;
  text: string;
  act: string;
  disabled: boolean;
  onAct(): void;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-line px-4 py-3">
      <div className="min-w-[12rem] flex-1">
        <p className="font-semibold">{title}</p>
        <p className="text-ink-soft">{text}</p>
      </div>
      <Button disabled={disabled} onClick={onAct}>
        {act}
      </Button>
    </div>
  );
}
