import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import Docker from "dockerode";
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from "vitest";
import { SandboxLost } from "../driver.ts";
import { containerOptions, LABELS, owner } from "./container.ts";
import { type Engine, openEngine } from "./engine.ts";
import { ensureImage, findImage } from "./image.ts";
import { imageContext } from "./image-context.ts";
import { sweep } from "./sweep.ts";

const { image, reason } = inject("sandbox");
const docker = new Docker();
let engine: Engine;

beforeAll(async () => {
  if (image) engine = (await openEngine({ image })).engine!;
});
beforeEach(({ skip }) => {
  if (reason) skip(reason);
});
afterAll(() => engine?.close());

const sleeps = (seconds: number) => [{ id: "sleep", argv: ["sleep", String(seconds)], wallMs: 60_000 }];
const greets = [{ id: "greet", argv: ["cat", "a/b.txt"], wallMs: 5000 }];
const files = [{ path: "a/b.txt", text: "hello" }];
const ours = () => docker.listContainers({ all: true, filters: { label: [`${LABELS.owner}=${owner}`] } });

test("a job finds its files, and each step tells its output, exit code and time", async () => {
  const seen: string[] = [];
  const results = await engine.runSteps(
    [...files, { path: "run.sh", text: "#!/bin/sh\necho out; echo err >&2; pwd; exit $CODE", mode: 0o755 }],
    [...greets, { id: "run", argv: ["/job/run.sh"], wallMs: 5000, env: { CODE: "7" }, cwd: "/tmp" }],
    { onStep: ({ id }) => seen.push(id) },
  );
  expect(results).toMatchObject([
    { id: "greet", exitCode: 0, stdout: "hello", stderr: "", ended: null },
    { id: "run", exitCode: 7, stdout: "out\n/tmp\n", stderr: "err\n", ended: null },
  ]);
  expect(seen).toEqual(["greet", "run"]);
});

test("the image has what checks and tests need, and Postgres starts in it", async () => {
  const script = `set -e
ruff --version; mypy --version; pytest --version; zizmor --version; rumdl --version
python3 -c "import fastapi, flask, sqlalchemy, asyncpg, psycopg, pydantic, strawberry, graphene, structlog, uvicorn"
python3 -c "import hatchling, pdm.backend, poetry.core, uv_build, build, multiprocessing; multiprocessing.Lock()"
ls -d /opt/mypy-cache/plain/3.* /opt/mypy-cache/pydantic/3.*
cp -a /opt/pgdata /tmp/pg && pg_ctl -D /tmp/pg -l /tmp/pg.log -w start >/dev/null
psql -h 127.0.0.1 -U postgres -Atc "select datcollate from pg_database where datname = 'postgres'"`;
  const [done] = await engine.runSteps([], [{ id: "look", argv: ["sh", "-c", script], wallMs: 60_000 }]);
  expect(done).toMatchObject({ exitCode: 0, stderr: "" });
  expect(done!.stdout).toMatch(/^ruff 0\.17\.3\n/);
  expect(done!.stdout).toMatch(/\nC\.UTF-8\n$/);
});

test("a job may ask for more memory than others have", async () => {
  const takes = [{ id: "take", argv: ["python3", "-c", "len(bytearray(b'x') * (1200 << 20))"], wallMs: 30_000 }];
  const [[small], [large]] = await Promise.all([
    engine.runSteps([], takes),
    engine.runSteps([], takes, { memoryMb: 1536 }),
  ]);
  expect([small!.ended, large!.exitCode]).toEqual(["memory limit", 0]);
});

test("a job that works for long keeps nobody else from working, and goes on", async () => {
  const narrow = (await openEngine({ image: image!, inUse: 1 })).engine!;
  const ends: string[] = [];
  const long = narrow.runSteps([], sleeps(12), { asker: Symbol() }).then(([done]) => {
    ends.push("long");
    return done;
  });
  await new Promise((done) => setTimeout(done, 200));
  const short = narrow.runSteps(files, greets, { asker: Symbol() }).then(([done]) => {
    ends.push("short");
    return done;
  });
  expect(await Promise.all([long, short])).toMatchObject([{ exitCode: 0 }, { stdout: "hello" }]);
  await narrow.close();
  expect(ends).toEqual(["short", "long"]);
});

test("a job that is not wanted any more ends at once, running or waiting", async () => {
  const controller = new AbortController();
  const begun = performance.now();
  const running = Array.from({ length: 8 }, () => engine.runSteps([], sleeps(60), { signal: controller.signal }));
  setTimeout(() => controller.abort(new Error("superseded")), 800);
  const ends = await Promise.allSettled(running);
  expect(ends.map((one) => one.status === "rejected" && one.reason.message)).toEqual(Array(8).fill("superseded"));
  expect(performance.now() - begun).toBeLessThan(30_000);
  expect((await engine.runSteps(files, greets))[0]).toMatchObject({ stdout: "hello" });
});

test("a container that went away while it waited is replaced, one that goes away at work is lost", async () => {
  const gone = (await ours()).map(({ Id }) => docker.getContainer(Id).remove({ force: true }));
  await Promise.allSettled(gone);
  expect((await engine.runSteps(files, greets))[0]).toMatchObject({ stdout: "hello" });

  const lost = engine.runSteps([], sleeps(60));
  lost.catch(() => {});
  await vi.waitFor(
    async () => {
      for (const { Id } of await ours()) {
        const container = docker.getContainer(Id);
        const processes = await container.top().catch(() => ({ Processes: [] }));
        if (processes.Processes.flat().includes("sleep 60")) return container.remove({ force: true });
      }
      throw new Error("none works yet");
    },
    { timeout: 20_000 },
  );
  await expect(lost).rejects.toThrow(SandboxLost);
});

test("containers of a process that ended are removed, those of another live one are not", async () => {
  const make = async (label: string) => {
    const options = containerOptions(image!, undefined);
    options.Labels = { ...options.Labels, [LABELS.owner]: label };
    return (await docker.createContainer(options)).id;
  };
  const dead = await make(`${hostname()}/4194303/${randomUUID()}`);
  const live = await make(`${hostname()}/${process.ppid}/${randomUUID()}`);
  const elsewhere = await make(`another-machine/1/${randomUUID()}`);
  await sweep(docker);
  const there = (await docker.listContainers({ all: true })).map(({ Id }) => Id);
  expect([dead, live, elsewhere].map((id) => there.includes(id))).toEqual([false, true, true]);
  for (const id of [live, elsewhere]) await docker.getContainer(id).remove({ force: true });
});

test("an image that is missing or another's is refused in words", async () => {
  expect((await openEngine({ image: "plumbline-sandbox:missing" })).reason).toContain("npm run sandbox:build");
  const base = `plumbline-none:${randomUUID()}`;
  const { reason: unbuilt } = await ensureImage(docker, { base });
  expect(unbuilt).toMatch(/could not be built.*PLUMBLINE_SANDBOX_BASE/s);
  expect(await findImage(docker, base)).toBeNull();

  const [repo = "", tag = ""] = imageContext(base).tag.split(":");
  await docker.getImage(image!).tag({ repo, tag });
  expect(await findImage(docker, base)).toEqual({ reason: expect.stringContaining("is not the image") });
  await docker.getImage(`${repo}:${tag}`).remove();
});

/** Stands between us and the engine, and can be taken away. */
function bridgeTo(path: string, target: string) {
  const sockets = new Set<Socket>();
  let server: Server;
  return {
    open: () =>
      new Promise<void>((done) => {
        server = createServer({ allowHalfOpen: true }, (client) => {
          const engineSide = connect({ path: target, allowHalfOpen: true });
          for (const one of [client, engineSide]) {
            sockets.add(one);
            one.on("error", () => {});
          }
          client.pipe(engineSide).pipe(client);
        }).listen(path, done);
      }),
    cut: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
        sockets.clear();
      }),
  };
}

test("an engine that goes away is noticed at once, and used again when it is back", async ({ skip }) => {
  const socket = "/var/run/docker.sock";
  if (!existsSync(socket)) skip("the Docker engine is not on this machine's usual socket");
  const path = join(tmpdir(), `plumbline-${process.pid}.sock`);
  const bridge = bridgeTo(path, socket);
  await bridge.open();
  const before = process.env.DOCKER_HOST;
  process.env.DOCKER_HOST = `unix://${path}`;
  const changes: boolean[] = [];
  const { engine: behind } = await openEngine({ image: image!, inUse: 1, onAlive: (alive) => changes.push(alive) });
  process.env.DOCKER_HOST = before ?? "";
  try {
    expect((await behind!.runSteps(files, greets))[0]).toMatchObject({ stdout: "hello" });
    const lost = behind!.runSteps([], sleeps(60));
    lost.catch(() => {});
    await new Promise((done) => setTimeout(done, 500));
    await bridge.cut();
    await expect(lost).rejects.toThrow(SandboxLost);
    await expect(behind!.runSteps(files, greets)).rejects.toThrow(SandboxLost);
    await vi.waitFor(() => expect([behind!.alive, changes]).toEqual([false, [false]]));
    await bridge.open();
    await vi.waitFor(() => expect(changes).toEqual([false, true]), { timeout: 30_000, interval: 200 });
    expect((await behind!.runSteps(files, greets))[0]).toMatchObject({ stdout: "hello" });
  } finally {
    await behind!.close();
    await bridge.cut();
  }
});
