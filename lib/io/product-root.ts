import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** A file that stands in the folder of this product and hardly anywhere else. */
const MARK = "templates/versions.json";

let found: string | undefined;

/**
 * The folder this product lives in. The server runs in it; the command may be called from anywhere, so there the
 * folder is looked for above this file, which may stand in a bundle.
 */
export function productRoot(): string {
  // What Next bundles has no folder of its own.
  const here = import.meta.dirname ?? process.cwd();
  found ??= [process.cwd(), ...above(here)].find((folder) => existsSync(join(folder, MARK)));
  if (found === undefined) throw new Error(`No ${MARK} above ${here}: the product's folder is incomplete.`);
  return found;
}

function above(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}
