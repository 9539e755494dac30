/** `npm run build:cli`: the command line as one file, `dist/plumbline.mjs`, for machines that have Node and nothing of ours. */
import { chmodSync, statSync } from "node:fs";
import { join } from "node:path";
import { bundleOneFile, OLDEST_NODE } from "./cli-bundle.ts";

const OUT = process.argv[2] ?? join(import.meta.dirname, "../dist/plumbline.mjs");

await bundleOneFile(OUT);
chmodSync(OUT, 0o755);
console.log(`${OUT}: ${(statSync(OUT).size / 1_000_000).toFixed(1)} MB, for Node ${OLDEST_NODE} and newer.`);
