import type { Decision, Option } from "../catalog/define.ts";

/** An answer as a person reads it: labels instead of ids; empty when there is none. */
export function answerWords(decision: Decision, value: unknown): string {
  if (value === undefined || value === null) return "";
  if ("options" in decision) return labels(decision.options, value);
  if (decision.kind === "text") return String(value);
  if (decision.kind === "guided") return "answered";
  return listWords(decision.kind, value);
}

function labels(options: readonly Option[], value: unknown): string {
  const label = (id: unknown) => options.find((option) => option.id === String(id))?.label ?? String(id);
  if (!Array.isArray(value)) return label(value);
  return value.length === 0 ? "none" : value.map(label).join(", ");
}

/** Longer lists of files, resources and modules are cut; their editors show them whole. */
const SHOWN = 6;

function listWords(kind: string, value: unknown): string {
  if (!Array.isArray(value)) return "";
  if (value.length === 0) return "none";
  const names = value.map((entry: unknown) =>
    typeof entry === "string" ? entry : String((entry as { name?: unknown }).name),
  );
  if (kind === "list") return names.join(" · ");
  return names.length > SHOWN
    ? `${names.slice(0, SHOWN).join(", ")} and ${names.length - SHOWN} more`
    : names.join(", ");
}
