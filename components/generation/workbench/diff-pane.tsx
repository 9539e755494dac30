"use client";
import { useRouter } from "next/navigation";
import type { PaneView } from "#lib/core/view/pane-view.ts";
import { DiffBlock } from "../../ui/diff-block.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Select } from "../../ui/field.tsx";

type DiffView = Extract<PaneView, { pane: "diff" }>;

/** Two versions of the file, line by line. */
export function DiffPane({ view, base, path }: { view: DiffView; base: string; path: string }) {
  const router = useRouter();
  const go = (from: string, to: string) => router.replace(`${base}?pane=diff&from=${from}&to=${to}`, { scroll: false });
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-end gap-3">
        <Side
          id="diff-from"
          label="From"
          value={view.from}
          choices={view.choices}
          onChange={(value) => go(value, view.to)}
        />
        <Side
          id="diff-to"
          label="To"
          value={view.to}
          choices={view.choices}
          onChange={(value) => go(view.from, value)}
        />
        <p role="status" className="tabular pb-2 text-xs">
          <span className="text-good">+{view.added} added</span>{" "}
          <span className="text-stop">−{view.removed} removed</span>
        </p>
      </div>
      {view.problem ? (
        <EmptyState title="Nothing to compare">{view.problem}</EmptyState>
      ) : view.lines.length === 0 ? (
        <EmptyState title="No difference">
          The two are the same, byte for byte. Choose another draft to compare with.
        </EmptyState>
      ) : (
        <DiffBlock lines={view.lines} label={`What differs in ${path}`} />
      )}
    </div>
  );
}

function Side({
  id,
  label,
  value,
  choices,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  choices: DiffView["choices"];
  onChange(value: string): void;
}) {
  return (
    <label htmlFor={id} className="min-w-[12rem] flex-1 text-xs">
      <span className="mb-1 block font-semibold">{label}</span>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </label>
  );
}
