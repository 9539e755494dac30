import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { RunsView } from "#lib/core/view/runs-view.ts";
import { ensureBuild } from "../build.ts";
import { freePort } from "../ports.ts";
import { SECRET } from "./load.ts";
import type { Stage } from "./stage.ts";

const ROOT = join(import.meta.dirname, "../..");
/** What a browser of the stage's owner sends. */
export const HEADERS = { cookie: `sid=${SECRET}` };

/** A web server that can be killed and started again at the same address. */
export interface Web {
  readonly url: string;
  process: ChildProcess;
  start(): void;
  ready(): Promise<void>;
}

/** Starts a production web server on the stage's database; builds it first when the sources changed. `env`: what it has to see differently. */
export async function startWeb({ world }: Stage, env: Record<string, string> = {}): Promise<Web> {
  const distDir = await ensureBuild(join(world.folder, "start.json"));
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const launch = () =>
    world.launch([join(ROOT, "node_modules/next/dist/bin/next"), "start", "--port", port], {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PLUMBLINE_DIST_DIR: distDir,
      PORT: port,
      PLUMBLINE_REQUESTS_PER_MINUTE: "0",
      ...env,
    });
  const web: Web = {
    url,
    process: launch(),
    start() {
      web.process = launch();
    },
    async ready() {
      while (!(await answers(`${url}/readyz`))) await sleep(50);
    },
  };
  await web.ready();
  return web;
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(3_000) })
    .then((response) => response.ok)
    .catch(() => false);

/** One request: when it began, how long it took, and its status; 0 when there was no answer. */
export interface Sample {
  at: number;
  ms: number;
  status: number;
}

/** Asks for pages at a steady rate, until stopped; gives back every sample. `urls`: tried in turn, and the next one when one gives no answer. */
export function steadyLoad(urls: () => readonly string[], path: string, perSecond: number): () => Promise<Sample[]> {
  const samples: Promise<Sample>[] = [];
  let turn = 0;
  const timer = setInterval(() => samples.push(askOnce(urls(), turn++, path)), 1_000 / perSecond);
  return () => {
    clearInterval(timer);
    return Promise.all(samples);
  };
}

async function askOnce(urls: readonly string[], turn: number, path: string): Promise<Sample> {
  const at = Date.now();
  for (let attempt = 0; attempt < urls.length; attempt++) {
    const url = `${urls[(turn + attempt) % urls.length]}${path}`;
    try {
      const response = await fetch(url, { headers: HEADERS, signal: AbortSignal.timeout(10_000) });
      await response.arrayBuffer();
      return { at, ms: Date.now() - at, status: response.status };
    } catch {
      // No answer at all: a proxy would ask the next server.
    }
  }
  return { at, ms: Date.now() - at, status: 0 };
}

/** Follows the runs of a project as a page does: connects again whenever the stream ends. */
export function follow(web: Web, projectId: string): { view(): RunsView | null; connects(): number; stop(): void } {
  const end = new AbortController();
  let view: RunsView | null = null;
  let connects = 0;
  void (async () => {
    while (!end.signal.aborted) {
      try {
        const response = await fetch(`${web.url}/p/${projectId}/runs`, { headers: HEADERS, signal: end.signal });
        if (response.ok) connects++;
        let rest = "";
        for await (const chunk of response.body ?? []) {
          const parts = (rest + Buffer.from(chunk).toString()).split("\n\n");
          rest = parts.pop() ?? "";
          for (const part of parts) if (part.startsWith("event: runs")) view = JSON.parse(part.slice(18));
        }
      } catch {
        // The connection broke; the next one brings everything.
      }
      await sleep(1_000);
    }
  })();
  return { view: () => view, connects: () => connects, stop: () => end.abort() };
}
