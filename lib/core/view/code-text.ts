/** Highlighted text as plain data: per line, pieces of [token class or "", text]. */
export type CodeText = readonly (readonly (readonly [string, string])[])[];

/** Text without highlighting, in the same shape. */
export const plainCode = (text: string): CodeText =>
  text.split("\n").map((line) => (line === "" ? [] : [["", line] as const]));
