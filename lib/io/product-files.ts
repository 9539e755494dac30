import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { productRoot } from "./product-root.ts";

/** Every template with its path under `templates/`. The one-file build puts the texts themselves in this module's place. */
export function templateFiles(): [path: string, text: string][] {
  const root = join(productRoot(), "templates");
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(root, path).split(sep).join("/"), readFileSync(path, "utf8")]);
}

/** The version of this product, from its `package.json`. */
export const productVersion = (): string =>
  (JSON.parse(readFileSync(join(productRoot(), "package.json"), "utf8")) as { version: string }).version;
