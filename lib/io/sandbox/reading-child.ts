import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ending, FileUnderCheck, Outcome } from "#lib/core/checks/check.ts";
import type { Repair, Symbols } from "#lib/core/repair/repair.ts";
import { productRoot } from "../product-root.ts";

/** Limits of one question. A good file takes milliseconds; the rest is for machines that are busy with other things. */
const WALL_MS = 20_000;
const START_MS = 60_000;
/** Of the heap of JavaScript; that of WebAssembly is limited in `harden.mjs`, both together by the system below. */
const HEAP_MB = 256;
const DATA_KB = 1_200_000;

export interface Question {
  file: FileUnderCheck;
  /** Present: repair the file instead of judging it. */
  symbols?: Symbols;
}

/** What the child says about a text; `broken` when it could not say anything. */
export interface Answer {
  outcomes?: Outcome[];
  repair?: Repair | null;
  broken?: { code: string; message: string; ended?: Ending };
}

/** A child process that reads texts, one at a time. After a question it did not survive it is gone. */
export interface ReadingChild {
  /** Settles when it can be asked. @throws why it did not start */
  ready: Promise<void>;
  ask(question: Question): Promise<Answer>;
  /** Ends it at once; an open question is answered with the reason. */
  end(reason: string): void;
  onGone(listener: () => void): void;
}

/** Everything the child may read: its own code and the parsers, not the rest of the product, no data, no settings. */
const READS = [
  "package.json",
  "lib/core",
  "lib/io/ruff.ts",
  "lib/io/sandbox",
  "node_modules/@astral-sh/ruff-wasm-nodejs",
  "node_modules/@lezer",
  "node_modules/pyodide",
  "node_modules/smol-toml",
  "node_modules/yaml",
  "node_modules/zod",
];

/** Starts a child under Node's permission model, without environment, network or writing (HARDENING, "Sandbox tiers"). */
export function startReadingChild(): ReadingChild {
  const child = spawnLocked();
  let talk = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    talk = (talk + chunk.toString()).slice(-4000);
  });
  let open: { settle: (answer: Answer) => void; timer: NodeJS.Timeout } | undefined;
  const answer = (given: Answer): void => {
    const asked = open;
    open = undefined;
    clearTimeout(asked?.timer);
    asked?.settle(given);
  };
  const ready = whenReady(child, () => talk);
  child.on("message", (message: Answer & { ready?: true }) => {
    if (!message.ready) answer(message);
  });
  child.on("exit", () => {
    const ended = /out of memory|Allocation failed/i.test(talk) ? "memory limit" : "crashed";
    answer({ broken: { code: "crashed", message: `The reader crashed on this text (${ended}).`, ended } });
  });
  return {
    ready,
    ask: (question) =>
      new Promise((settle) => {
        const timer = setTimeout(() => {
          const message = `Reading took longer than ${WALL_MS / 1000} s (time limit).`;
          answer({ broken: { code: "time-limit", message, ended: "time limit" } });
          child.kill("SIGKILL");
        }, WALL_MS);
        open = { settle, timer };
        child.send(question, (fault) => {
          if (fault) child.kill("SIGKILL");
        });
      }),
    end: (reason) => {
      child.kill("SIGKILL");
      answer({ broken: { code: "crashed", message: reason, ended: "crashed" } });
    },
    onGone: (listener) => {
      child.once("exit", listener);
      child.once("error", listener);
    },
  };
}

function whenReady(child: ChildProcess, talk: () => string): Promise<void> {
  const ready = new Promise<void>((settle, fail) => {
    const timer = setTimeout(() => fail(new Error(`it was not ready after ${START_MS / 1000} s`)), START_MS);
    timer.unref();
    child.once("message", () => {
      clearTimeout(timer);
      settle();
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(new Error(`it exited with ${code}: ${talk().trim().split("\n").at(-1) ?? ""}`));
    });
    child.once("error", fail);
  });
  ready.catch(() => undefined);
  return ready;
}

function spawnLocked(): ChildProcess {
  const root = productRoot();
  const node = [
    process.execPath,
    "--no-warnings",
    "--permission",
    ...READS.map((path) => `--allow-fs-read=${join(root, path)}`),
    "--disallow-code-generation-from-strings",
    `--max-old-space-size=${HEAP_MB}`,
    "--import",
    join(root, "lib/io/sandbox/harden.mjs"),
    join(root, "lib/io/sandbox/child.ts"),
  ];
  const [command, ...words] = [...outerWalls(), ...node];
  const child = spawn(command as string, words, {
    env: {} as NodeJS.ProcessEnv,
    cwd: emptyFolder(root),
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "json",
  });
  // Neither a waiting child nor its channel keeps the command alive; an open question does, by its timer.
  child.unref();
  child.channel?.unref?.();
  (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
  return child;
}

let walls: string[] | undefined;

/** What the system itself adds where it can: no network at all on Linux, limits of memory and core files on any Unix. */
function outerWalls(): string[] {
  walls ??= findWalls();
  return walls;
}

function findWalls(): string[] {
  if (process.platform === "win32") return [];
  const limits = ["/bin/sh", "-c", `ulimit -c 0; ulimit -d ${DATA_KB}; exec "$0" "$@"`];
  const alone = ["unshare", "-rn"];
  const works = process.platform === "linux" && spawnSync("unshare", ["-rn", "true"], { timeout: 2000 }).status === 0;
  return works ? [...alone, ...limits] : limits;
}

/** A folder with nothing in it, where the child stands; the product's own folder if there can be none. */
function emptyFolder(root: string): string {
  const folder = join(tmpdir(), `plumbline-empty-${process.getuid?.() ?? 0}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o500 });
    return folder;
  } catch {
    return root;
  }
}
