import { useState } from "react";
import { useStageTools } from "../journey/stage-context.ts";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/field.tsx";
import type { FieldProps } from "../wizard/field-props.ts";
import { useSettled } from "../wizard/fields/use-settled.ts";

type Answers = Record<string, unknown>;

/** What stands before the first answer: the most modest of everything. */
const NOTHING: Answers = {
  components: [],
  exposure: "none",
  folders: [],
  examples: false,
  tests: "apart",
  docs: "none",
};

/** Six short questions whose answers become folders of the tree. */
export function GuidedField({ text, value, id, onChange }: FieldProps) {
  const tools = useStageTools();
  const draft = useSettled((value as Answers | null) ?? NOTHING, onChange);
  const [placed, setPlaced] = useState<number | null>(null);
  const set = (key: string, next: unknown, now = true) => draft.edit({ ...draft.value, [key]: next }, now);
  const place = async () => {
    const paths = await tools.guidedPaths(draft.value);
    const own = (tools.valueOf("structure.paths") as string[] | null) ?? [];
    const fresh = paths.filter((path) => !own.includes(path));
    if (fresh.length > 0) tools.change([{ path: "structure.paths", value: [...own, ...fresh] }]);
    setPlaced(fresh.length);
  };
  return (
    <div className="space-y-5 px-4 pb-4" data-own-keys>
      {(text.editor?.questions ?? []).map((question) => (
        <fieldset key={question.id} className="min-w-0">
          <legend className="font-semibold">{question.ask}</legend>
          <p className="measure mb-2 text-xs text-ink-soft">{question.help}</p>
          {question.options.length === 0 ? (
            <Input
              id={`${id}-${question.id}`}
              aria-label={question.ask}
              spellCheck={false}
              placeholder="billing, scheduling"
              defaultValue={(draft.value[question.id] as string[]).join(", ")}
              onBlur={draft.leave}
              onChange={(event) => set(question.id, words(event.target.value), false)}
            />
          ) : (
            <div className="flex flex-wrap gap-x-5 gap-y-1">
              {question.options.map((option) => (
                <label key={option.id} className="flex min-h-7 items-center gap-2">
                  <input
                    type={question.kind === "choices" ? "checkbox" : "radio"}
                    name={`${id}-${question.id}`}
                    className="size-4 accent-accent"
                    checked={holds(question.kind, draft.value[question.id], option.id)}
                    onChange={() => set(question.id, chosen(question.kind, draft.value[question.id], option.id))}
                  />
                  {option.label}
                </label>
              ))}
            </div>
          )}
        </fieldset>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void place()}>Put these folders into the tree</Button>
        <span role="status" className="text-xs text-ink-soft">
          {placed !== null &&
            (placed === 0 ? "All of them stand in the tree already." : `${placed} added to the tree.`)}
        </span>
      </div>
    </div>
  );
}

const words = (text: string): string[] =>
  text
    .split(/[,\s]+/)
    .map((word) => word.trim())
    .filter((word) => word !== "");

const holds = (kind: string, value: unknown, option: string): boolean =>
  kind === "choices" ? (value as string[]).includes(option) : String(value) === option;

function chosen(kind: string, value: unknown, option: string): unknown {
  if (kind === "toggle") return option === "true";
  if (kind !== "choices") return option;
  const list = value as string[];
  return list.includes(option) ? list.filter((one) => one !== option) : [...list, option];
}
