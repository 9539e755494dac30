/** How the command line becomes JavaScript: split, beside its packages, or one file that needs nothing but Node. */
import { readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { productVersion, templateFiles } from "#lib/io/product-files.ts";

const ROOT = join(import.meta.dirname, "..");
const RUFF = "@astral-sh/ruff-wasm-nodejs";

/** The oldest Node on which the one file is tried; what runs on it is lowered to what it knows. */
export const OLDEST_NODE = 20;

const COMMON = {
  entryPoints: [join(ROOT, "lib/cli/main.ts")],
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "warning",
} as const satisfies BuildOptions;

const REQUIRE = 'import{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url);';

/** For a checkout: only what a command needs is loaded, and packages stay where npm put them. */
export const bundleSplit = (outdir: string) =>
  build({
    ...COMMON,
    outdir,
    splitting: true,
    external: [RUFF, "dockerode", "tar-stream"],
    banner: { js: REQUIRE },
  });

/** Refuses a Node that is too old before anything else could fail on it. */
const GUARD = `if(+process.versions.node.split(".")[0]<${OLDEST_NODE}){console.error("plumbline: this needs Node ${OLDEST_NODE} or newer, and "+process.version+" runs it. Install a newer Node.");process.exit(2)}`;

/** For anywhere: templates and formatter inside. What needs containers, Python or a database says so when it is asked. */
export const bundleOneFile = (outfile: string) =>
  build({
    ...COMMON,
    outfile,
    minify: true,
    target: `node${OLDEST_NODE}`,
    legalComments: "none",
    plugins: [inside],
    banner: { js: `#!/usr/bin/env node\n${REQUIRE}${GUARD}` },
  });

/** What the one file cannot carry, by the source files that would need it. */
const OUTSIDE: readonly { files: RegExp; needs: string }[] = [
  { files: /^lib\/cli\/open-driver\.ts$/, needs: "Proving files needs a sandbox with Python" },
  { files: /^lib\/io\/db\//, needs: "Projects lie in the database of a server" },
];
const INSTALLED = "which this one file does not carry. Use an installation of Plumbline: npm run plumbline -- ...";

const inside: Plugin = {
  name: "one-file",
  setup({ onLoad }) {
    onLoad({ filter: /lib\/io\/product-files\.ts$/ }, () => ({
      loader: "ts",
      resolveDir: ROOT,
      contents: `import { brotliDecompressSync } from "node:zlib";
export const productVersion = () => ${JSON.stringify(productVersion())};
export const templateFiles = () => JSON.parse(${unpacked(JSON.stringify(templateFiles()))}.toString());`,
    }));
    onLoad({ filter: /ruff_wasm\.js$/ }, ({ path }) => ({ loader: "js", contents: withBytesInside(path) }));
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const file = relative(ROOT, path).split(sep).join("/");
      const needed = OUTSIDE.find(({ files }) => files.test(file))?.needs;
      if (needed === undefined) return undefined;
      const problem = { path: "plumbline", code: "one-file", message: `${needed}, ${INSTALLED}` };
      return {
        loader: "js",
        resolveDir: join(ROOT, "lib/cli"),
        contents: `const { CannotRun } = require("./output.ts"); throw new CannotRun(${JSON.stringify(problem)});`,
      };
    });
  },
};

/** An expression that gives the bytes back, packed as densely as text allows. */
function unpacked(content: string | Uint8Array): string {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return `brotliDecompressSync(Buffer.from("${brotliCompressSync(content, { params }).toString("base64")}", "base64"))`;
}

const READS_BYTES = /const wasmPath = .*;\nconst wasmBytes = .*;/;

/** The formatter's own loader, with the bytes in the place of the file it would read. */
function withBytesInside(path: string): string {
  const text = readFileSync(path, "utf8");
  if (!READS_BYTES.test(text)) throw new Error(`${path} reads its bytes in another way than it did.`);
  const bytes = readFileSync(join(dirname(path), "ruff_wasm_bg.wasm"));
  const inside = `const { brotliDecompressSync } = require("node:zlib");\nconst wasmBytes = ${unpacked(bytes)};`;
  return text.replace(READS_BYTES, () => inside);
}
