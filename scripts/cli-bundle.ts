/** How the command line becomes JavaScript: split, beside its packages, or one file that needs nothing but Node. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { productVersion, templateFiles } from "#lib/io/product-files.ts";

const ROOT = join(import.meta.dirname, "..");
const RUFF = "@astral-sh/ruff-wasm-nodejs";
const RUFF_CODE = `${RUFF}/ruff_wasm.js`;
const nearby = createRequire(import.meta.url);

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

/** The formatter is started when a text has to be formatted: often enough every one is remembered. */
const lateRuff: Plugin = {
  name: "late-ruff",
  setup({ onLoad, onResolve }) {
    const { version } = nearby(`${RUFF}/package.json`) as { version: string };
    onResolve({ filter: new RegExp(`^${RUFF}$`) }, ({ path }) => ({ path, namespace: "late-ruff" }));
    onLoad({ filter: /.*/, namespace: "late-ruff" }, () => ({
      resolveDir: ROOT,
      contents: `const ruff = () => require("${RUFF_CODE}");
export const PositionEncoding = { get Utf32() { return ruff().PositionEncoding.Utf32; } };
export class Workspace {
  constructor(...given) { return new (ruff().Workspace)(...given); }
  static version() { return ${JSON.stringify(version)}; }
}`,
    }));
  },
};

/** A tenth of the time of `render` was the core's own hash, which runs in browsers too; Node has one. */
const nodesHash: Plugin = {
  name: "nodes-hash",
  setup({ onLoad }) {
    onLoad({ filter: /lib\/core\/sha256\.ts$/ }, () => ({
      contents: `import { createHash } from "node:crypto";
export const sha256 = (input) => createHash("sha256").update(input).digest("hex");`,
    }));
  },
};

/**
 * For a checkout: only what a command needs is loaded, and packages stay where npm put them.
 * @returns the files that are inside, relative to the product's folder
 */
export async function bundleSplit(outdir: string): Promise<string[]> {
  const { metafile } = await build({
    ...COMMON,
    absWorkingDir: ROOT,
    metafile: true,
    outdir,
    splitting: true,
    external: [RUFF_CODE, "dockerode", "tar-stream"],
    plugins: [lateRuff, nodesHash],
    banner: { js: REQUIRE },
  });
  return Object.keys(metafile.inputs).filter((path) => !path.startsWith("late-ruff:"));
}

/** Refuses a Node that is too old before anything else could fail on it. */
const GUARD = `if(+process.versions.node.split(".")[0]<${OLDEST_NODE}){console.error("plumbline: this needs Node ${OLDEST_NODE} or newer, and "+process.version+" runs it. Install a newer Node.");process.exit(3)}`;

/** For anywhere: templates and formatter inside. What needs containers, Python or a database says so when it is asked. */
export const bundleOneFile = (outfile: string) =>
  build({
    ...COMMON,
    outfile,
    minify: true,
    target: `node${OLDEST_NODE}`,
    legalComments: "none",
    // What stands in for a file that stays outside exports nothing: it ends the command.
    logOverride: { "import-is-undefined": "silent" },
    plugins: [lateRuff, nodesHash, oneFile],
    banner: { js: `#!/usr/bin/env node\n${REQUIRE}${GUARD}` },
    footer: {
      js: Object.entries(PARTS)
        .map(([name, read]) => packed(name, read()))
        .join("\n"),
    },
  });

/** What stands in comments behind the code, so that only who needs it reads it. */
const PARTS = {
  templates: () => Buffer.from(JSON.stringify(templateFiles())),
  ruff: () => readFileSync(nearby.resolve(`${RUFF}/ruff_wasm_bg.wasm`)),
};

function packed(name: string, bytes: Buffer): string {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return `//${name} ${bytes.length} ${brotliCompressSync(bytes, { params }).toString("base64")}`;
}

/** Reads such a comment. */
const PART_READER = `
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
export function part(name) {
  const file = readFileSync(fileURLToPath(import.meta.url), "latin1");
  const line = file.slice(file.lastIndexOf("\\n//" + name + " ")).split("\\n", 2)[1];
  const [, length, text] = line.split(" ");
  return brotliDecompressSync(Buffer.from(text, "base64"), { chunkSize: Number(length) });
}`;

/** What the one file cannot carry, by the source files that would need it. */
const OUTSIDE: readonly { files: RegExp; needs: string }[] = [
  { files: /^lib\/cli\/open-driver\.ts$/, needs: "Proving files needs a sandbox with Python" },
  { files: /^lib\/io\/db\//, needs: "Projects lie in the database of a server" },
];
const INSTALLED = "which this one file does not carry. Use an installation of Plumbline: npm run plumbline -- ...";

const oneFile: Plugin = {
  name: "one-file",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^one-file:part$/ }, ({ path }) => ({ path, namespace: "one-file" }));
    onLoad({ filter: /.*/, namespace: "one-file" }, () => ({ contents: PART_READER }));
    onLoad({ filter: /lib\/io\/product-files\.ts$/ }, () => ({
      contents: `import { part } from "one-file:part";
export const productVersion = () => ${JSON.stringify(productVersion())};
export const templateFiles = () => JSON.parse(part("templates").toString());`,
    }));
    onLoad({ filter: /ruff_wasm\.js$/ }, ({ path }) => ({ contents: withPart(path) }));
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const file = relative(ROOT, path).split(sep).join("/");
      const needed = OUTSIDE.find(({ files }) => files.test(file))?.needs;
      if (needed === undefined) return undefined;
      const problem = { path: "plumbline", code: "one-file", message: `${needed}, ${INSTALLED}` };
      return {
        resolveDir: join(ROOT, "lib/cli"),
        contents: `const { CannotRun } = require("./output.ts"); throw new CannotRun(${JSON.stringify(problem)});`,
      };
    });
  },
};

const READS_BYTES = /const wasmPath = .*;\nconst wasmBytes = .*;/;

/** The formatter's own loader, which takes its bytes from here instead of from a file beside it. */
function withPart(path: string): string {
  const text = readFileSync(path, "utf8");
  if (!READS_BYTES.test(text)) throw new Error(`${path} reads its bytes in another way than it did.`);
  return text.replace(READS_BYTES, 'const wasmBytes = require("one-file:part").part("ruff");');
}
