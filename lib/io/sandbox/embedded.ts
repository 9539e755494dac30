import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { FileUnderCheck, Outcome } from "#lib/core/checks/check.ts";
import { checksFor } from "#lib/core/checks/check.ts";
import type { Repair, Symbols } from "#lib/core/repair/repair.ts";
import { productRoot } from "../product-root.ts";

/** Limits of one static run (HARDENING, "Limits"). */
const WALL_MS = 10_000;
const START_MS = 60_000;
export const MAX_FILE_BYTES = 256 * 1024;

/** What the child says about a text; `broken` when it could not say anything. */
interface Answer {
  outcomes?: Outcome[];
  repair?: Repair | null;
  broken?: { code: string; message: string };
}

interface Waiting {
  settle: (answer: Answer) => void;
  timer: NodeJS.Timeout;
}

interface Reader {
  child: ChildProcess;
  ready: Promise<void>;
  waiting: Map<number, Waiting>;
}

let reader: Reader | undefined;
let nextId = 1;

/**
 * Runs the static checks of one file in the embedded sandbox: a child process under Node's permission model that reads
 * the text and never runs it. A crash or a time limit is an honest failure, never a pass.
 */
export async function checkStatically(file: FileUnderCheck): Promise<Outcome[]> {
  if (Buffer.byteLength(file.text) > MAX_FILE_BYTES)
    return broken(file, "too-large", `The file is larger than ${MAX_FILE_BYTES / 1024} KiB.`);
  const { outcomes, broken: reason } = await ask({ file });
  return outcomes ?? broken(file, reason?.code ?? "crashed", reason?.message ?? "The reader gave no answer.");
}

/** Repairs a text in the same child; null when nothing can be mended by a machine, or the reader did not survive it. */
export async function repairStatically(file: FileUnderCheck, symbols: Symbols): Promise<Repair | null> {
  if (Buffer.byteLength(file.text) > MAX_FILE_BYTES) return null;
  return (await ask({ file, symbols })).repair ?? null;
}

async function ask(question: { file: FileUnderCheck; symbols?: Symbols }): Promise<Answer> {
  let current: Reader;
  try {
    current = start();
    await current.ready;
  } catch (cause) {
    const message = `The embedded sandbox did not start: ${(cause as Error).message}`;
    return { broken: { code: "sandbox-start", message } };
  }
  return new Promise((settle) => {
    const id = nextId++;
    const timer = setTimeout(
      () => stop(current, `Reading took longer than ${WALL_MS / 1000} s (time limit).`),
      WALL_MS,
    );
    current.waiting.set(id, { settle, timer });
    current.child.send({ id, ...question });
  });
}

/** Ends the child; the next check starts a new one. */
export function closeEmbedded(): void {
  if (reader) stop(reader, "The sandbox was closed.");
}

function start(): Reader {
  if (reader) return reader;
  const root = productRoot();
  const allowed = ["node_modules", "lib", "package.json"].map((name) => `--allow-fs-read=${join(root, name)}`);
  const child: ChildProcess = spawn(
    process.execPath,
    [
      "--no-warnings",
      "--permission",
      ...allowed,
      "--disallow-code-generation-from-strings",
      "--max-old-space-size=256",
      "--import",
      join(root, "lib/io/sandbox/harden.mjs"),
      join(root, "lib/io/sandbox/child.ts"),
    ],
    { env: {} as NodeJS.ProcessEnv, cwd: root, stdio: ["ignore", "ignore", "pipe", "ipc"], serialization: "json" },
  );
  const made: Reader = { child, waiting: new Map(), ready: Promise.resolve() };
  let talk = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    talk = (talk + chunk.toString()).slice(-2000);
  });
  made.ready = new Promise((settle, fail) => {
    const timer = setTimeout(() => fail(new Error(`it was not ready after ${START_MS / 1000} s`)), START_MS);
    child.once("message", () => {
      clearTimeout(timer);
      settle();
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(new Error(`it exited with ${code}: ${talk.trim().split("\n").at(-1) ?? ""}`));
    });
    child.once("error", fail);
  });
  made.ready.catch(() => undefined);
  child.on("message", (message: Answer & { id?: number; crashed?: string }) => {
    if (message.id === undefined) return;
    if (message.crashed !== undefined && reader === made) reader = undefined;
    const waiting = made.waiting.get(message.id);
    if (!waiting) return;
    made.waiting.delete(message.id);
    clearTimeout(waiting.timer);
    waiting.settle(
      message.crashed === undefined
        ? message
        : { broken: { code: "crashed", message: `The reader crashed on this text: ${message.crashed}` } },
    );
  });
  child.on("exit", () => stop(made, "The reader crashed on this text."));
  child.unref();
  child.channel?.unref?.();
  reader = made;
  return made;
}

function stop(stopped: Reader, reason: string): void {
  if (reader === stopped) reader = undefined;
  stopped.child.kill("SIGKILL");
  for (const { settle, timer } of stopped.waiting.values()) {
    clearTimeout(timer);
    settle({ broken: { code: "crashed", message: reason } });
  }
  stopped.waiting.clear();
}

/** The first check fails with the reason, the rest are skipped: nothing is known about the text. */
function broken(file: FileUnderCheck, code: string, message: string): Outcome[] {
  return checksFor(file.path).map(({ id }, index) =>
    index === 0
      ? {
          check: id,
          status: "fail",
          findings: [{ code, message, mend: "Make the file smaller or simpler, then check it again." }],
          tool: "embedded sandbox",
        }
      : { check: id, status: "skipped", reason: message, findings: [], tool: "none" },
  );
}
