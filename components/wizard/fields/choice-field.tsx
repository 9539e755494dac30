import type { FieldProps } from "../field-props.ts";
import { OptionRow } from "./option-row.tsx";

/** Exactly one of the options; ids of `toggle` and `number-choice` are turned into their values. */
export function ChoiceField({ text, live, value, problems, id, unfolded = false, onChange }: FieldProps) {
  return (
    <div role="radiogroup" aria-labelledby={`${id}-ask`} className="border-line border-t">
      {text.options.map((option, index) => (
        <OptionRow
          key={option.id}
          option={option}
          type="radio"
          name={id}
          id={`${id}-${option.id}`}
          checked={value !== null && String(value) === option.id}
          suggested={live.suggestion !== null && String(live.suggestion.value) === option.id}
          ceiling={live.ceilings[option.id]}
          untemplated={live.untemplated.includes(option.id)}
          unfolded={unfolded}
          digit={index + 1}
          describedBy={problems.length > 0 ? `${id}-problem` : undefined}
          onSelect={() => onChange(answerOf(text.kind, option.id))}
        />
      ))}
    </div>
  );
}

function answerOf(kind: FieldProps["text"]["kind"], id: string): unknown {
  if (kind === "toggle") return id === "true";
  return kind === "number-choice" ? Number(id) : id;
}
