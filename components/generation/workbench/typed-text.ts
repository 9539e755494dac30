import { FILE_BYTES, FILE_SIZE } from "#lib/core/api/limits.ts";

/** A text that is being written and not saved yet, kept in this browser so that no reload loses it. */
export interface TypedText {
  text: string;
  source: "edit" | "paste";
  /** Where it came from, in words. */
  note: string;
}

const keyOf = (projectId: string, path: string): string => `plumbline:typed:${projectId}:${path}`;

/** What was typed for a file and not saved; null when nothing was. */
export function typedText(projectId: string, path: string): TypedText | null {
  try {
    const kept = localStorage.getItem(keyOf(projectId, path));
    const found = kept === null ? null : (JSON.parse(kept) as Partial<TypedText>);
    return typeof found?.text === "string"
      ? { text: found.text, source: found.source === "paste" ? "paste" : "edit", note: String(found.note ?? "") }
      : null;
  } catch {
    return null;
  }
}

/** Keeps it, or forgets it (null). A browser without storage loses only this net. */
export function keepTypedText(projectId: string, path: string, typed: TypedText | null): void {
  try {
    if (typed === null) localStorage.removeItem(keyOf(projectId, path));
    else localStorage.setItem(keyOf(projectId, path), JSON.stringify(typed));
  } catch {
    // Storage is full or forbidden: the text is still in the editor.
  }
}

/** Reads a dropped or chosen file as UTF-8; a refusal in words otherwise. */
export async function readTextFile(file: File): Promise<{ text: string } | { refused: string }> {
  if (file.size > FILE_BYTES) return { refused: `${file.name} is larger than ${FILE_SIZE}.` };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    return { refused: `${file.name} is not text in UTF-8.` };
  }
}
