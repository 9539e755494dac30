import { X } from "lucide-react";
import type { Field, FieldType } from "#lib/core/catalog/structure/resource.ts";
import type { Problem } from "#lib/core/result.ts";
import { IconButton } from "../ui/button.tsx";
import { Messages } from "../ui/field.tsx";
import { problemsAt } from "./problems-at.ts";
import type { TypeFacts } from "./resource-editor.tsx";
import { SmallInput, SmallSelect } from "./small-field.tsx";

type Limit = "min_length" | "max_length" | "minimum" | "maximum" | "digits" | "places" | "values";

const LIMIT_WORDS: Record<Limit, string> = {
  min_length: "At least, characters",
  max_length: "At most, characters",
  minimum: "Smallest",
  maximum: "Largest",
  digits: "Digits in all",
  places: "After the point",
  values: "Values, with commas",
};

interface Props {
  id: string;
  path: string;
  field: Field;
  types: readonly TypeFacts[];
  problems: readonly Problem[];
  onChange(next: Field, now?: boolean): void;
  onRemove(): void;
}

/** One field: name, type, whether it is required and unique, and the limits its type can carry. */
export function FieldRow({ id, path, field, types, problems, onChange, onRemove }: Props) {
  const limits = (types.find(({ type }) => type === field.type)?.limits ?? []) as Limit[];
  const setType = (type: FieldType) => {
    const allowed = types.find((one) => one.type === type)?.limits ?? [];
    const kept = Object.entries(field).filter(([key]) => !(key in LIMIT_WORDS) || allowed.includes(key));
    onChange(
      {
        ...(Object.fromEntries(kept) as unknown as Field),
        type,
        ...(type === "enum" && !field.values ? { values: [] } : {}),
      },
      true,
    );
  };
  return (
    <li className="rounded border border-line p-3">
      <div className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-2 sm:grid-cols-[1fr_8.5rem_auto_auto_auto]">
        <SmallInput
          id={`${id}-name`}
          label="Field"
          placeholder="starts_at"
          spellCheck={false}
          className="col-span-2 sm:col-span-1"
          problems={problemsAt(problems, `${path}.name`)}
          value={field.name}
          onChange={(event) => onChange({ ...field, name: event.target.value })}
        />
        <SmallSelect
          id={`${id}-type`}
          label="Type"
          problems={problemsAt(problems, `${path}.type`)}
          value={field.type}
          onChange={(event) => setType(event.target.value as FieldType)}
        >
          {types.map(({ type }) => (
            <option key={type} value={type}>
              {type}
            </option>
          ))}
        </SmallSelect>
        <Tick
          label="Required"
          checked={field.required ?? true}
          onChange={(required) => onChange({ ...field, required }, true)}
        />
        <Tick
          label="Unique"
          checked={field.unique ?? false}
          onChange={(unique) => onChange({ ...field, unique }, true)}
        />
        <IconButton label={`Remove the field ${field.name}`} className="self-end" onClick={onRemove}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      <Messages
        id={`${id}-unique-problem`}
        problems={[path, `${path}.unique`, `${path}.required`].flatMap((place) => problemsAt(problems, place))}
      />
      {limits.length > 0 && (
        <div className="mt-2 grid gap-3 sm:grid-cols-4">
          {limits.map((limit) =>
            limit === "values" ? (
              <ValuesInput
                key={limit}
                id={`${id}-values`}
                values={field.values ?? []}
                problems={problems.filter((problem) => problem.path.startsWith(`${path}.values`))}
                onChange={(values) => onChange({ ...field, values })}
              />
            ) : (
              <SmallInput
                key={limit}
                id={`${id}-${limit}`}
                label={LIMIT_WORDS[limit]}
                type="number"
                inputMode="numeric"
                problems={problemsAt(problems, `${path}.${limit}`)}
                value={field[limit] ?? ""}
                onChange={(event) => {
                  const { [limit]: _, ...rest } = field;
                  onChange(event.target.value === "" ? rest : { ...rest, [limit]: Number(event.target.value) });
                }}
              />
            ),
          )}
        </div>
      )}
    </li>
  );
}

function Tick({ label, checked, onChange }: { label: string; checked: boolean; onChange(checked: boolean): void }) {
  return (
    <label className="flex h-9 items-center gap-2 self-end text-xs">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}

/** The members of an enum as one line of words. */
function ValuesInput({
  id,
  values,
  problems,
  onChange,
}: {
  id: string;
  values: readonly string[];
  problems: readonly Problem[];
  onChange(values: string[]): void;
}) {
  return (
    <SmallInput
      id={id}
      label={LIMIT_WORDS.values}
      placeholder="small, medium, large"
      spellCheck={false}
      className="sm:col-span-4"
      problems={problems}
      defaultValue={values.join(", ")}
      onChange={(event) =>
        onChange(
          event.target.value
            .split(",")
            .map((word) => word.trim())
            .filter((word) => word !== ""),
        )
      }
    />
  );
}
