import { Plus, Trash2 } from "lucide-react";
import type { Field, Resource } from "#lib/core/catalog/structure/resource.ts";
import type { Problem } from "#lib/core/result.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Messages } from "../ui/field.tsx";
import { FieldRow } from "./field-row.tsx";
import { LifecycleEditor } from "./lifecycle-editor.tsx";
import { problemsAt } from "./problems-at.ts";
import { SmallInput } from "./small-field.tsx";

export interface TypeFacts {
  type: string;
  limits: string[];
}

interface Props {
  id: string;
  /** Where it stands in the answers file: `structure.resources[0]`. */
  path: string;
  resource: Resource;
  types: readonly TypeFacts[];
  problems: readonly Problem[];
  onChange(next: Resource, now?: boolean): void;
  onRemove(): void;
}

/** One resource: its names, its fields with their limits, and its lifecycle. */
export function ResourceEditor({ id, path, resource, types, problems, onChange, onRemove }: Props) {
  const setField = (index: number, next: Field | null, now = false) =>
    onChange(
      { ...resource, fields: resource.fields.flatMap((field, at) => (at === index ? (next ? [next] : []) : [field])) },
      now,
    );
  return (
    <section
      aria-label={resource.name ? `Resource ${resource.name}` : "New resource"}
      className="rounded border border-line"
    >
      <div className="grid grid-cols-[1fr_auto] items-start gap-3 border-line border-b bg-sunk/60 px-3 py-3 sm:grid-cols-[1fr_1fr_auto]">
        <SmallInput
          id={`${id}-name`}
          label="Name, one of them"
          placeholder="Appointment"
          spellCheck={false}
          problems={problemsAt(problems, `${path}.name`)}
          value={resource.name}
          onChange={(event) => onChange({ ...resource, name: event.target.value })}
        />
        <SmallInput
          id={`${id}-plural`}
          label="Plural, as in addresses"
          placeholder="appointments"
          spellCheck={false}
          className="row-start-2 sm:row-start-auto"
          problems={problemsAt(problems, `${path}.plural`)}
          value={resource.plural}
          onChange={(event) => onChange({ ...resource, plural: event.target.value })}
        />
        <IconButton label={`Remove the resource ${resource.name}`} className="mt-5" onClick={onRemove}>
          <Trash2 aria-hidden className="size-4" />
        </IconButton>
      </div>
      <div className="space-y-3 px-3 py-3">
        <h3 className="font-semibold">Fields</h3>
        <p className="text-xs text-ink-soft">Every resource also gets id, version, created_at and updated_at.</p>
        <ul className="space-y-3">
          {resource.fields.map((field, index) => (
            <FieldRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a field has no identity but its place while it is being named
              key={index}
              id={`${id}-f${index}`}
              path={`${path}.fields[${index}]`}
              field={field}
              types={types}
              problems={problems}
              onChange={(next, now) => setField(index, next, now)}
              onRemove={() => setField(index, null, true)}
            />
          ))}
        </ul>
        <Messages id={`${id}-fields-problem`} problems={problemsAt(problems, `${path}.fields`)} />
        <Button
          size="sm"
          icon={<Plus aria-hidden className="size-3.5" />}
          onClick={() =>
            onChange({
              ...resource,
              fields: [...resource.fields, { name: "", type: "str", required: true, max_length: 80 }],
            })
          }
        >
          Add a field
        </Button>
      </div>
      <div className="border-line border-t px-3 py-3">
        <LifecycleEditor
          id={`${id}-l`}
          path={`${path}.lifecycle`}
          lifecycle={resource.lifecycle}
          problems={problems}
          onChange={(lifecycle, now) => {
            const { lifecycle: _, ...rest } = resource;
            onChange(lifecycle ? { ...rest, lifecycle } : rest, now);
          }}
        />
      </div>
      <div className="px-3">
        <Messages id={`${id}-problem`} problems={problemsAt(problems, path)} />
      </div>
    </section>
  );
}
