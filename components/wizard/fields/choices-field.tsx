import type { FieldProps } from "../field-props.ts";
import { OptionRow } from "./option-row.tsx";

/** Any number of the options; always kept in the order in which they are offered. */
export function ChoicesField({ text, live, value, problems, id, onChange }: FieldProps) {
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const suggested = Array.isArray(live.suggestion?.value) ? (live.suggestion.value as string[]) : [];
  const toggle = (option: string) => {
    const next = text.options
      .map((one) => one.id)
      .filter((one) => (one === option ? !chosen.includes(one) : chosen.includes(one)));
    onChange(next.length === 0 && text.presence === "required" ? null : next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot take its legend from a heading elsewhere
    <div role="group" aria-labelledby={`${id}-ask`} className="border-line border-t">
      {text.options.map((option, index) => (
        <OptionRow
          key={option.id}
          option={option}
          type="checkbox"
          name={id}
          id={`${id}-${option.id}`}
          checked={chosen.includes(option.id)}
          suggested={suggested.includes(option.id)}
          ceiling={live.ceilings[option.id]}
          digit={index + 1}
          describedBy={problems.length > 0 ? `${id}-problem` : undefined}
          onSelect={() => toggle(option.id)}
        />
      ))}
    </div>
  );
}
