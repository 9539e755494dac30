"use client";
import { useRef, useState } from "react";
import type { Problem } from "#lib/core/result.ts";
import { TEXT_LENGTHS } from "#lib/core/text-lengths.ts";
import type { TaskRow } from "#lib/core/view/generation-view.ts";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { describedBy, Field, Input, TextArea } from "../../ui/field.tsx";
import { ProblemList } from "../problem-list.tsx";

interface Shared {
  busy: boolean;
  problems: readonly Problem[];
  onClose(): void;
}

/** Taking a file out of the plan: what builds on it, and why it is not wanted. */
export function RemoveDialog({
  row,
  busy,
  problems,
  onClose,
  onRemove,
}: Shared & { row: TaskRow; onRemove(reason: string): void }) {
  const [reason, setReason] = useState("");
  const first = useRef<HTMLTextAreaElement>(null);
  return (
    <Dialog
      open
      initialFocus={first}
      onOpenChange={(open) => !open && onClose()}
      title={`Remove ${row.path}`}
      description={
        row.own
          ? "You added this file; removing it takes it off the list."
          : "The file stays on the list, struck out, and can be put back."
      }
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button look="danger" disabled={busy || !reason.trim()} onClick={() => onRemove(reason)}>
            Remove from the plan
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <Effect row={row} />
        <Field id="remove-reason" label="Why is it not wanted?" hint="Your reason enters the log and the report.">
          <TextArea
            ref={first}
            id="remove-reason"
            dir="auto"
            maxLength={TEXT_LENGTHS.reason}
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            aria-describedby="remove-reason-hint"
          />
        </Field>
        <ProblemList problems={problems} />
      </div>
    </Dialog>
  );
}

function Effect({ row }: { row: TaskRow }) {
  if (row.usedBy.length === 0) return <Callout tone="good">No other file builds on it.</Callout>;
  return (
    <Callout
      tone="warn"
      title={row.usedBy.length === 1 ? "One file builds on it" : `${row.usedBy.length} files build on it`}
    >
      <p>They keep their drafts, and their checks will name what is missing until you change them.</p>
      <ul className="mt-1 max-h-40 list-disc overflow-y-auto pl-5 font-mono text-xs">
        {row.usedBy.map((path) => (
          <li key={path}>{path}</li>
        ))}
      </ul>
    </Callout>
  );
}

/** A file of one's own: where it stands and what it is for. */
export function AddDialog({ busy, problems, onClose, onAdd }: Shared & { onAdd(path: string, purpose: string): void }) {
  const [path, setPath] = useState("");
  const [purpose, setPurpose] = useState("");
  const atPath = problems.filter((problem) => problem.path !== "purpose");
  const atPurpose = problems.filter((problem) => problem.path === "purpose");
  const first = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open
      initialFocus={first}
      onOpenChange={(open) => !open && onClose()}
      title="Add a file"
      description="It comes as a sub-prompt without a built-in draft: you or your agent write it."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={busy || !path.trim() || !purpose.trim()}
            onClick={() => onAdd(path.trim(), purpose.trim())}
          >
            Add the file
          </Button>
        </>
      }
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim() && purpose.trim()) onAdd(path.trim(), purpose.trim());
        }}
      >
        <Field
          id="add-path"
          label="Path"
          hint="From the root of the repository, such as scripts/load_prices.py"
          problems={atPath}
        >
          <Input
            ref={first}
            id="add-path"
            className="font-mono"
            maxLength={240}
            spellCheck={false}
            value={path}
            onChange={(event) => setPath(event.target.value)}
            {...describedBy("add-path", atPath, true)}
          />
        </Field>
        <Field
          id="add-purpose"
          label="Purpose"
          hint="One sentence; it becomes the objective of the sub-prompt."
          problems={atPurpose}
        >
          <Input
            id="add-purpose"
            dir="auto"
            maxLength={TEXT_LENGTHS.purpose}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
            {...describedBy("add-purpose", atPurpose, true)}
          />
        </Field>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

/** A name for the selected files, so that they can be reviewed together. */
export function GroupDialog({
  paths,
  names,
  busy,
  problems,
  onClose,
  onGroup,
}: Shared & { paths: readonly string[]; names: readonly string[]; onGroup(name: string): void }) {
  const [name, setName] = useState("");
  const first = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open
      initialFocus={first}
      onOpenChange={(open) => !open && onClose()}
      title={paths.length === 1 ? "Group one file for review" : `Group ${paths.length} files for review`}
      description="The workbench can show one group at a time. A name that exists is replaced."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={busy || !name.trim()} onClick={() => onGroup(name.trim())}>
            Group them
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <Field id="group-name" label="Name of the group">
          <Input
            ref={first}
            id="group-name"
            dir="auto"
            maxLength={TEXT_LENGTHS.group}
            list="group-names"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <datalist id="group-names">
          {names.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <ProblemList problems={problems} />
        <ul className="max-h-48 list-disc overflow-y-auto pl-5 font-mono text-xs">
          {paths.map((path) => (
            <li key={path}>{path}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
