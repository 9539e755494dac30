import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { describedBy, Input } from "../../ui/field.tsx";
import type { FieldProps } from "../field-props.ts";

/** Short lines the person writes, with examples to take. */
export function ListField({ text, live, value, problems, id, onChange }: FieldProps) {
  const [draft, setDraft] = useState("");
  const lines = Array.isArray(value) ? (value as string[]) : [];
  const full = text.maxItems !== undefined && lines.length >= text.maxItems;
  const add = (line: string) => {
    const clean = line.trim();
    if (clean === "" || lines.includes(clean) || full) return;
    onChange([...lines, clean]);
    setDraft("");
  };
  const remove = (line: string) => {
    const rest = lines.filter((one) => one !== line);
    onChange(rest.length === 0 ? null : rest);
  };
  const offered = live.examples.filter((example) => !lines.includes(example));
  return (
    <div className="space-y-3 px-4 pb-3">
      {lines.length > 0 && (
        <ul className="divide-y divide-line rounded border border-line">
          {lines.map((line) => (
            <li key={line} className="flex items-center gap-2 py-1 pr-1 pl-3">
              <span dir="auto" className="min-w-0 flex-1">
                {line}
              </span>
              <button
                type="button"
                aria-label={`Remove “${line}”`}
                onClick={() => remove(line)}
                className="grid size-8 place-items-center rounded text-ink-soft hover:bg-sunk hover:text-ink"
              >
                <X aria-hidden className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-2">
        <Input
          id={id}
          aria-labelledby={`${id}-ask`}
          dir="auto"
          value={draft}
          disabled={full}
          placeholder={full ? `At most ${text.maxItems}` : (text.placeholder ?? "Write one and press Enter")}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => add(draft)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || draft.trim() === "") return;
            event.preventDefault();
            event.stopPropagation();
            add(draft);
          }}
          {...describedBy(id, problems)}
        />
        <Button onClick={() => add(draft)} disabled={full || draft.trim() === ""}>
          Add
        </Button>
      </div>
      {offered.length > 0 && !full && (
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="text-xs text-ink-soft">Often meant:</span>
          {offered.slice(0, 6).map((example) => (
            <Button key={example} size="sm" icon={<Plus aria-hidden className="size-3" />} onClick={() => add(example)}>
              {example}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
