"use client";
import { Field, Select } from "../ui/field.tsx";

interface Props {
  id: string;
  /** Days that are usual, and the most there can be. */
  limits: { usual: number; most: number };
  value: number;
  onChange(days: number): void;
}

/** How long something that is given away lasts. */
export function DaysField({ id, limits, value, onChange }: Props) {
  return (
    <Field id={id} label="Lasts">
      <Select id={id} value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {[1, limits.usual, 14, limits.most].map((choice) => (
          <option key={choice} value={choice}>
            {choice === 1 ? "1 day" : `${choice} days`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
