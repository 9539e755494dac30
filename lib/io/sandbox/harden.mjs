/**
 * Preloaded into the reading child, before anything else. Nothing in this process has any business with other
 * processes, the network or the compiler, so those doors are closed once more behind Node's permission model; and the
 * memory of WebAssembly, which no flag of Node limits, gets a limit. Accident-proofing around a process that only parses:
 * drafts are never run here.
 */
import childProcess from "node:child_process";
import cluster from "node:cluster";
import dgram from "node:dgram";
import dns from "node:dns";
import fs from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import inspector from "node:inspector";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import tls from "node:tls";
import vm from "node:vm";
import workerThreads from "node:worker_threads";

const denied = (name) =>
  function deniedInTheSandbox() {
    throw new Error(`${name} is not available in the sandbox`);
  };
const CLOSED = [
  [childProcess, ["spawn", "exec", "execFile", "fork", "execSync", "execFileSync"]],
  [cluster, ["fork"]],
  [net, ["connect", "createConnection", "createServer", "Server"]],
  [tls, ["connect", "createServer"]],
  [dgram, ["createSocket", "Socket"]],
  [dns, ["lookup", "resolve", "resolve4", "resolve6"]],
  [http, ["request", "get", "createServer"]],
  [https, ["request", "get", "createServer"]],
  [http2, ["connect", "createServer", "createSecureServer"]],
  [inspector, ["open"]],
  [vm, ["Script", "compileFunction", "runInThisContext", "runInNewContext", "runInContext", "SourceTextModule"]],
  [workerThreads, ["Worker"]],
];
for (const [module, names] of CLOSED) for (const name of names) if (name in module) module[name] = denied(name);
// os.system of Python asks for this one and takes the answer for the status of the command.
childProcess.spawnSync = () => ({ status: 127, signal: null });
net.Socket.prototype.connect = denied("connect");
// Pyodide asks for the constants, which the permission model refuses.
process.binding = (name) => {
  if (name === "constants") return { fs: fs.constants };
  throw new Error("process.binding is not available in the sandbox");
};
for (const name of ["kill", "dlopen", "_linkedBinding", "chdir", "setuid", "setgid"]) process[name] = denied(name);
for (const name of ["fetch", "WebSocket", "EventSource", "Worker"]) delete globalThis[name];

/** What the parsers of one child may take together with the text they read. */
const MEMORY_BYTES = 384 * 1024 * 1024;
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * 65_536 > MEMORY_BYTES) {
    globalThis.memoryRefused = true;
    throw new RangeError("memory limit of the sandbox");
  }
  return grow.call(this, pages);
};
syncBuiltinESMExports();
