"use client";
import { usePathname, useRouter } from "next/navigation";
import { Field, Select } from "../ui/field.tsx";

interface Props {
  value: string;
  decisions: readonly { path: string; label: string }[];
}

/** Chooses the decision whose options are compared. */
export function DecisionPicker({ value, decisions }: Props) {
  const router = useRouter();
  const path = usePathname();
  return (
    <Field id="decision" label="Decision" className="mt-4 max-w-xs">
      <Select
        id="decision"
        value={value}
        onChange={(event) => router.replace(`${path}?decision=${event.target.value}`, { scroll: false })}
      >
        {decisions.map((decision) => (
          <option key={decision.path} value={decision.path}>
            {decision.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
