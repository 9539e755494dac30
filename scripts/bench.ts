/** `npm run bench`: prints our numbers beside their bars and references, measured in this run on this machine. */
import { mkdirSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import type { Line } from "./bench-measure.ts";
import { benchChecks, benchCommandLine, benchRender, version } from "./bench-render.ts";
import { benchRuns } from "./bench-runs.ts";
import { benchSandbox, imageForBench } from "./bench-sandbox.ts";
import { benchServer } from "./bench-server.ts";

const TOOLS = join(import.meta.dirname, "../.data/tools");
mkdirSync(TOOLS, { recursive: true });

const show = (lines: readonly Line[]): void => {
  for (const { what, value, bar, met } of lines) {
    const held = met === undefined ? "" : met ? "  met" : "  NOT MET";
    console.log(`${what.padEnd(62)} ${value.padEnd(58)} bar: ${bar}${held}`);
  }
};

console.log(
  `Plumbline ${version()} on ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.version}`,
);
/** `npm run bench -- sandbox runs` measures some parts only. */
const asked = process.argv.slice(2);
const wants = (part: string): boolean => asked.length === 0 || asked.includes(part);

if (wants("render")) show(benchRender());
if (wants("checks")) show(await benchChecks());
if (wants("command")) show(await benchCommandLine(TOOLS));
if (wants("server")) show(await benchServer());
if (wants("sandbox") || wants("runs")) {
  const containers = await imageForBench();
  if (containers.reason !== undefined) console.log(`Containers are not measured: ${containers.reason}`);
  else if (wants("sandbox")) show(await benchSandbox(containers.image));
  if (wants("runs")) show(await benchRuns(containers));
}
