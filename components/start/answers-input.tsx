"use client";
import type { ComponentProps } from "react";
import { TextArea } from "../ui/field.tsx";

/** One character more than the server takes, so that it is the server that says it is too long. */
const MOST_CHARACTERS = 1_000_001;

const textOf = async (file: File): Promise<string> => (await file.text()).slice(0, MOST_CHARACTERS);

interface AreaProps extends Omit<ComponentProps<typeof TextArea>, "onChange" | "onDrop" | "value"> {
  value: string;
  onText(text: string): void;
}

/** Where an answers file is pasted or dropped. */
export function AnswersArea({ onText, ...props }: AreaProps) {
  return (
    <TextArea
      spellCheck={false}
      className="font-mono text-xs"
      placeholder={'{ "plumbline": 1, "intake": { … } }'}
      {...props}
      onChange={(event) => onText(event.target.value)}
      onDrop={(event) => {
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        void textOf(file).then(onText);
      }}
    />
  );
}

/** Chooses an answers file of this machine. */
export function AnswersChooser({ name, onText }: { name?: string; onText(text: string): void }) {
  return (
    <input
      type="file"
      name={name}
      aria-label="Choose an answers file"
      accept=".json,application/json"
      onChange={(event) => {
        const file = event.target.files?.[0];
        if (file) void textOf(file).then(onText);
      }}
      className="max-w-full text-xs text-ink-soft file:mr-3 file:h-9 file:rounded file:border file:border-line-strong file:border-solid file:bg-panel file:px-3 file:font-semibold file:text-ink"
    />
  );
}
