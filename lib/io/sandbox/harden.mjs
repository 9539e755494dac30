/**
 * Preloaded into the reading child. Pyodide asks for `process.binding("constants")`, which the permission model
 * refuses; and nothing in this process has any business with other processes or the network, so those doors are
 * closed before anything else is loaded. Accident-proofing, not a security boundary: drafts are parsed, never run.
 */
import childProcess from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const denied = (name) => () => {
  throw new Error(`${name} is not available in the sandbox`);
};
for (const name of ["spawn", "exec", "execFile", "fork", "execSync", "execFileSync"]) childProcess[name] = denied(name);
childProcess.spawnSync = () => ({ status: 127, signal: null });
for (const name of ["connect", "createConnection", "createServer"]) net[name] = denied(name);
process.binding = (name) => {
  if (name === "constants") return { fs: fs.constants };
  throw new Error("process.binding is not available in the sandbox");
};
for (const name of ["fetch", "WebSocket", "EventSource"]) delete globalThis[name];
syncBuiltinESMExports();
