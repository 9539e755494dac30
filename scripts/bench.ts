/** `npm run bench`: prints our numbers beside their bars and references, measured in this run on this machine. */
import { mkdirSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import type { Line } from "./bench-measure.ts";
import { benchChecks, benchCommandLine, benchRender, version } from "./bench-render.ts";
import { benchServer } from "./bench-server.ts";

const TOOLS = join(import.meta.dirname, "../.data/tools");
mkdirSync(TOOLS, { recursive: true });

const show = (lines: readonly Line[]): void => {
  for (const { what, value, bar } of lines) console.log(`${what.padEnd(62)} ${value.padEnd(58)} bar: ${bar}`);
};

console.log(
  `Plumbline ${version()} on ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.version}`,
);
show(benchRender());
show(await benchChecks());
show(benchCommandLine(TOOLS));
show(await benchServer());
