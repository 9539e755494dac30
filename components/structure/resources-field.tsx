import { Plus } from "lucide-react";
import type { Resource } from "#lib/core/catalog/structure/resource.ts";
import { Button } from "../ui/button.tsx";
import type { FieldProps } from "../wizard/field-props.ts";
import { useSettled } from "../wizard/fields/use-settled.ts";
import { ResourceEditor } from "./resource-editor.tsx";

const MOST = 5;
const EMPTY: Resource = { name: "", plural: "", fields: [{ name: "", type: "str", required: true, max_length: 80 }] };

/** The things the backend keeps. */
export function ResourcesField({ text, value, problems, id, onChange }: FieldProps) {
  const stored = Array.isArray(value) ? (value as Resource[]) : [];
  const draft = useSettled(stored, (next) => onChange(next.length === 0 ? null : next));
  const replace = (index: number, next: Resource | null, now = false) =>
    draft.edit(
      draft.value.flatMap((resource, at) => (at === index ? (next ? [next] : []) : [resource])),
      now,
    );
  return (
    <div className="space-y-4 px-4 pb-4" data-own-keys>
      {draft.value.map((resource, index) => (
        <ResourceEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a resource has no identity but its place while it is being named
          key={index}
          id={`${id}-${index}`}
          path={`${text.path}[${index}]`}
          resource={resource}
          types={text.editor?.fieldTypes ?? []}
          problems={problems}
          onChange={(next, now) => replace(index, next, now)}
          onRemove={() => replace(index, null, true)}
        />
      ))}
      <Button
        data-first-control
        icon={<Plus aria-hidden className="size-4" />}
        disabled={draft.value.length >= MOST}
        onClick={() => draft.edit([...draft.value, EMPTY])}
      >
        {draft.value.length >= MOST ? `At most ${MOST} resources` : "Add a resource"}
      </Button>
    </div>
  );
}
