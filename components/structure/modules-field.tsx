import { Plus, Trash2 } from "lucide-react";
import { lazy, Suspense, useMemo, useState } from "react";
import type { Module } from "#lib/core/catalog/structure/resource.ts";
import type { Problem } from "#lib/core/result.ts";
import { plainCode } from "#lib/core/view/code-text.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { Messages } from "../ui/field.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import type { FieldProps } from "../wizard/field-props.ts";
import { useSettled } from "../wizard/fields/use-settled.ts";
import { problemsAt } from "./problems-at.ts";
import { SmallInput } from "./small-field.tsx";

const CodeEditor = lazy(() => import("../editor/code-editor.tsx").then((module) => ({ default: module.CodeEditor })));

const MOST = 12;
const SAMPLE = 'def quote(nights: int) -> Decimal:\n    """Price a stay of some nights."""\n    ...\n';

/** Python modules asked for by their public API, written as stubs. */
export function ModulesField({ text, value, problems, id, onChange }: FieldProps) {
  const stored = Array.isArray(value) ? (value as Module[]) : [];
  const draft = useSettled(stored, (next) => onChange(next.length === 0 ? null : next));
  const replace = (index: number, next: Module | null, now = false) =>
    draft.edit(
      draft.value.flatMap((module, at) => (at === index ? (next ? [next] : []) : [module])),
      now,
    );
  return (
    <div className="space-y-4 px-4 pb-4" data-own-keys>
      {draft.value.map((module, index) => (
        <ModuleEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a module has no identity but its place while it is being named
          key={index}
          id={`${id}-${index}`}
          path={`${text.path}[${index}]`}
          module={module}
          problems={problems}
          onChange={(next) => replace(index, next)}
          onRemove={() => replace(index, null, true)}
          onLeave={draft.leave}
        />
      ))}
      <Button
        data-first-control
        icon={<Plus aria-hidden className="size-4" />}
        disabled={draft.value.length >= MOST}
        onClick={() => draft.edit([...draft.value, { name: "", purpose: "", api: "" }])}
      >
        {draft.value.length >= MOST ? `At most ${MOST} modules` : "Add a module"}
      </Button>
    </div>
  );
}

interface EditorProps {
  id: string;
  path: string;
  module: Module;
  problems: readonly Problem[];
  onChange(next: Module): void;
  onRemove(): void;
  onLeave(): void;
}

function ModuleEditor({ id, path, module, problems, onChange, onRemove, onLeave }: EditorProps) {
  const [editing, setEditing] = useState(module.api === "");
  const api = problemsAt(problems, `${path}.api`);
  const print = JSON.stringify(api);
  const lines = useMemo(() => (JSON.parse(print) as Problem[]).flatMap(lineOf), [print]);
  return (
    <section aria-label={module.name ? `Module ${module.name}` : "New module"} className="rounded border border-line">
      <div className="grid grid-cols-[1fr_auto] gap-3 px-3 pt-3 sm:grid-cols-[12rem_1fr_auto]">
        <SmallInput
          id={`${id}-name`}
          label="Module"
          placeholder="pricing"
          spellCheck={false}
          problems={problemsAt(problems, `${path}.name`)}
          value={module.name}
          onChange={(event) => onChange({ ...module, name: event.target.value })}
          onBlur={onLeave}
        />
        <SmallInput
          id={`${id}-purpose`}
          label="What it is for"
          placeholder="Price a stay"
          dir="auto"
          className="col-span-2 row-start-2 sm:col-span-1 sm:row-start-auto"
          problems={problemsAt(problems, `${path}.purpose`)}
          value={module.purpose}
          onChange={(event) => onChange({ ...module, purpose: event.target.value })}
          onBlur={onLeave}
        />
        <IconButton label={`Remove the module ${module.name}`} className="mt-5" onClick={onRemove}>
          <Trash2 aria-hidden className="size-4" />
        </IconButton>
      </div>
      <div className="space-y-1 p-3">
        <div className="flex min-h-7 items-center justify-between">
          <p className="text-xs text-ink-soft">Public API, as Python stubs</p>
          {!editing && (
            <Button size="sm" onClick={() => setEditing(true)}>
              Edit the API
            </Button>
          )}
        </div>
        {editing ? (
          <Suspense fallback={<Skeleton className="h-28 w-full" />}>
            <CodeEditor
              label={`Public API of ${module.name || "the new module"}`}
              value={module.api}
              placeholder={SAMPLE}
              problems={lines}
              onChange={(next) => onChange({ ...module, api: next })}
              onBlur={onLeave}
            />
          </Suspense>
        ) : (
          <CodeBlock
            lines={plainCode(module.api)}
            label={`Public API of ${module.name}`}
            anchors={false}
            className="rounded border border-line"
          />
        )}
        <Messages id={`${id}-api-problem`} problems={[...api, ...problemsAt(problems, path)]} />
      </div>
    </section>
  );
}

/** Problems say their line in words, "at line 3, column 5"; the editor marks it there. */
function lineOf({ message }: Problem): { line: number; column?: number; message: string }[] {
  const found = /\bline (\d+)(?:, column (\d+))?/i.exec(message);
  return found ? [{ line: Number(found[1]), ...(found[2] ? { column: Number(found[2]) } : {}), message }] : [];
}
