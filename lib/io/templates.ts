import { createHash } from "node:crypto";
import { templateFiles } from "./product-files.ts";

export interface Templates {
  texts: ReadonlyMap<string, string>;
  /** SHA-256 over every template's path and text, hex. */
  digest: string;
}

let loaded: Templates | undefined;

/** All templates by their path under `templates/`, read once per process. */
export function loadTemplates(): Templates {
  loaded ??= digested(templateFiles());
  return loaded;
}

function digested(files: [string, string][]): Templates {
  const entries = files.sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash("sha256");
  for (const [path, text] of entries) hash.update(`${path}\0${text}\0`);
  return { texts: new Map(entries), digest: hash.digest("hex") };
}
