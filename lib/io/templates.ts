import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { productRoot } from "./product-root.ts";

export interface Templates {
  texts: ReadonlyMap<string, string>;
  /** SHA-256 over every template's path and text, hex. */
  digest: string;
}

let loaded: Templates | undefined;

/** All templates by their path under `templates/`, read once per process. */
export function loadTemplates(): Templates {
  loaded ??= read(join(productRoot(), "templates"));
  return loaded;
}

function read(root: string): Templates {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path): [string, string] => [relative(root, path).split(sep).join("/"), readFileSync(path, "utf8")])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash("sha256");
  for (const [path, text] of entries) hash.update(`${path}\0${text}\0`);
  return { texts: new Map(entries), digest: hash.digest("hex") };
}
