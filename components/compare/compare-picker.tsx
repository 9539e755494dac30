"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { Select } from "../ui/field.tsx";

interface Props {
  side: "a" | "b";
  label: string;
  value: string;
  other: string;
  options: readonly { id: string; label: string }[];
}

/** Chooses what stands on one side. */
export function ComparePicker({ side, label, value, other, options }: Props) {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams();
  const [, begin] = useTransition();
  const choose = (id: string) => {
    const next = new URLSearchParams(query);
    next.set(side, id);
    next.set(side === "a" ? "b" : "a", other);
    next.delete("file");
    begin(() => router.replace(`${path}?${next}`, { scroll: false }));
  };
  return (
    <Select aria-label={label} value={value} onChange={(event) => choose(event.target.value)} className="font-semibold">
      {options.map((option) => (
        <option key={option.id} value={option.id} disabled={option.id === other}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
