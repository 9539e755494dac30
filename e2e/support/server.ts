import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** A production server of a test's own, for tests that kill it. */
export interface TestServer {
  url: string;
  /** Ends it at once and without warning (`kill -9`), the web server included. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
  return answer?.ok ?? false;
}

const gone = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((done) => void child.once("exit", () => done()));

/** Starts what `npm start` starts, on this port and data folder, and waits until it answers. Start it again on the same folder to go on. */
export async function startServer(
  port: number,
  data: string,
  settings: Readonly<Record<string, string>> = { PLUMBLINE_SANDBOX: "embedded" },
): Promise<TestServer> {
  const url = `http://localhost:${port}`;
  const child = spawn("node", [join(ROOT, "scripts/serve.ts")], {
    cwd: ROOT,
    env: { ...process.env, ...settings, PORT: String(port), PLUMBLINE_DATA: data },
    // The channel ends the server if the test is ended before it could.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // A group of its own: without warning means that the web server has no time to answer what is under way.
    detached: true,
  });
  const end = async (signal: NodeJS.Signals) => {
    if (signal === "SIGKILL") process.kill(-(child.pid as number), signal);
    else child.kill(signal);
    await gone(child);
    while (await isReady(url)) await new Promise((done) => setTimeout(done, 50));
  };
  const until = Date.now() + 180_000;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`The server on ${url} did not start.`);
    await new Promise((done) => setTimeout(done, 100));
  }
  return { url, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}
