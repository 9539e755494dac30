import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { buffer } from "node:stream/consumers";
import { pack } from "tar-stream";
import { productRoot } from "../../product-root.ts";

const NAME = "plumbline-sandbox";

/** What the validation image is made from. */
export interface ImageContext {
  /** Name of the image: says what is in it, wherever it is built. */
  tag: string;
  files: readonly { path: string; bytes: Buffer }[];
}

/** The files of `sandbox/`; those that only derive others stay out. */
function contextFiles(root: string): { path: string; bytes: Buffer }[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".in"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).split(sep).join("/"), bytes: readFileSync(path) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The context for a base image. Which index the packages come from, and which certificates are trusted, is not part of
 * the name: their hashes are locked, so the result is the same.
 */
export function imageContext(base: string, root = join(productRoot(), "sandbox")): ImageContext {
  const files = contextFiles(root);
  const hash = createHash("sha256").update(`${base}\0`);
  for (const { path, bytes } of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return { tag: `${NAME}:${hash.digest("hex").slice(0, 16)}`, files };
}

/** The context as the engine wants it, with the certificates beside it. */
export async function contextTar({ files }: ImageContext, certificates: Buffer): Promise<Buffer> {
  const tar = pack();
  for (const { path, bytes } of [...files, { path: "ca-bundle.crt", bytes: certificates }])
    tar.entry({ name: path, mtime: new Date(0) }, bytes);
  tar.finalize();
  return buffer(tar as AsyncIterable<Buffer>);
}
