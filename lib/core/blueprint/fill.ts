/** Lines that replace a block placeholder; each is indented like the placeholder's line. */
export type Block = readonly string[];
export type Values = Readonly<Record<string, string | Block>>;

const INLINE = /xx_([A-Za-z0-9_]+?)_xx/g;
const BLOCK_LINE = /^([ \t]*)(?:# )?xx_([A-Za-z0-9_]+?)_xx[ \t]*$/;

/**
 * Fills a template: `xx_name_xx` inline with text, or, alone on its line, with the lines of a block.
 * Values are inserted once and never scanned again, so that user text cannot act as a placeholder.
 * @throws Error when a placeholder has no value or a block stands inside a line: both are mistakes of ours.
 */
export function fill(template: string, values: Values): string {
  const out: string[] = [];
  for (const line of template.split("\n")) {
    const block = BLOCK_LINE.exec(line);
    const value = block ? values[block[2] as string] : undefined;
    if (block && Array.isArray(value)) {
      for (const inserted of value as Block) {
        for (const part of inserted.split("\n")) out.push(part === "" ? "" : `${block[1]}${part}`);
      }
      continue;
    }
    out.push(fillInline(line, values));
  }
  return out.join("\n");
}

function fillInline(text: string, values: Values): string {
  return text.replace(INLINE, (_, name: string) => {
    const value = values[name];
    if (typeof value !== "string")
      throw new Error(`template placeholder xx_${name}_xx has no ${value ? "inline " : ""}value`);
    return value;
  });
}

/** Fills the placeholders of a template's path. */
export const fillPath = (path: string, values: Values): string => fillInline(path, values);

/** The names of all placeholders in a template, for the test that every one has a value. */
export function placeholders(template: string): Set<string> {
  return new Set([...template.matchAll(INLINE)].map((match) => match[1] as string));
}
