import type { ReactNode } from "react";
import { cx } from "../../ui/cx.ts";

interface Props<T extends string> {
  legend: string;
  name: string;
  value: T;
  options: readonly { id: T; label: ReactNode; hint?: ReactNode; disabled?: boolean }[];
  onChange(value: T): void;
}

/** One of a few, side by side where there is room. */
export function PushChoice<T extends string>({ legend, name, value, options, onChange }: Props<T>) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {options.map(({ id, label, hint, disabled }) => (
          <label
            key={id}
            className={cx(
              "flex items-start gap-2.5 rounded border px-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-accent",
              id === value ? "border-accent-line bg-accent-soft" : "border-line-strong hover:border-ink-soft",
              disabled && "bg-sunk text-ink-soft",
            )}
          >
            <input
              type="radio"
              name={name}
              value={id}
              checked={id === value}
              disabled={disabled}
              onChange={() => onChange(id)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              {label}
              {hint && <span className="block text-xs text-ink-soft">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
