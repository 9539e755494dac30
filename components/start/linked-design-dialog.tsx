"use client";
import { useActionState, useId } from "react";
import type { LinkedDesign } from "#lib/core/link/linked-design.ts";
import { Button } from "../ui/button.tsx";
import { Callout } from "../ui/callout.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Messages } from "../ui/field.tsx";
import { NOTHING_YET, type StartAction } from "./sentence-form.tsx";

interface Props {
  /** The document as it came. */
  text: string;
  design: LinkedDesign;
  start: StartAction;
  onClose(): void;
}

/** What a link holds, and the question whether to start a project with it. */
export function LinkedDesignDialog({ text, design, start, onClose }: Props) {
  const form = useId();
  const [state, submit, busy] = useActionState(start, NOTHING_YET);
  const { title, answered, stages, warnings } = design;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="lg"
      title="Open the design in this link"
      description={`${title}: ${answered === 1 ? "one answer" : `${answered} answers`}. Nothing is stored until you start.`}
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button type="submit" form={form} look="primary" disabled={busy}>
            {busy ? "Starting" : "Start a project with these answers"}
          </Button>
        </>
      }
    >
      <form id={form} action={submit}>
        <input type="hidden" name="document" value={text} />
        <Messages id="link-problem" problems={state.problems} />
      </form>
      {warnings.length > 0 && (
        <Callout
          tone="warn"
          title={`${warnings.length === 1 ? "One part is" : `${warnings.length} parts are`} left out`}
          className="mb-4"
        >
          <p>This link was made by another version or by hand. You can answer what is missing in the project.</p>
          <ul className="mt-1 space-y-1">
            {warnings.map(({ path, message }) => (
              <li key={path}>
                <code className="font-semibold break-all">{path}</code> {message}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {stages.map((stage) => (
        <section key={stage.title} className="mb-4">
          <h3 className="font-semibold">{stage.title}</h3>
          <dl className="mt-1 divide-y divide-line border-line border-y">
            {stage.answers.map(({ label, words }) => (
              <div key={label} className="grid gap-x-4 py-1.5 sm:grid-cols-[2fr_3fr]">
                <dt className="text-ink-soft">{label}</dt>
                <dd dir="auto" className="min-w-0 break-words">
                  {words}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
