import type { FieldProps } from "../field-props.ts";
import { OptionRow } from "./option-row.tsx";

/** The explicit no of a gate with several options. */
const NONE = {
  id: "none",
  label: "No, none of these",
  summary: "Left out completely.",
  chooseWhen: "",
  costs: "",
  changes: "",
};

/** Any number of the options; always kept in the order in which they are offered. */
export function ChoicesField({ text, live, value, problems, id, unfolded = false, onChange }: FieldProps) {
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
      {text.gate && (
        <OptionRow
          option={NONE}
          type="checkbox"
          name={id}
          id={`${id}-none`}
          checked={Array.isArray(value) && chosen.length === 0}
          suggested={live.suggestion !== null && suggested.length === 0}
          ceiling={undefined}
          untemplated={false}
          unfolded={unfolded}
          digit={text.options.length + 1}
          describedBy={problems.length > 0 ? `${id}-problem` : undefined}
          onSelect={() => onChange([])}
        />
      )}
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
          untemplated={live.untemplated.includes(option.id)}
          unfolded={unfolded}
          digit={index + 1}
          describedBy={problems.length > 0 ? `${id}-problem` : undefined}
          onSelect={() => toggle(option.id)}
        />
      ))}
    </div>
  );
}
