import { createSocket } from "node:dgram";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import Docker from "dockerode";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import type { Ending } from "#lib/core/checks/check.ts";
import { LABELS, owner } from "./container.ts";
import { type Engine, openEngine, type RunOptions, type StepResult } from "./engine.ts";

const { image, reason } = inject("sandbox");
let engine: Engine;

beforeAll(async () => {
  if (!image) return;
  const opened = await openEngine({ image });
  if (!opened.engine) throw new Error(opened.reason);
  engine = opened.engine;
});
beforeEach(({ skip }) => {
  if (reason) skip(reason);
});
afterAll(() => engine?.close());

const python = (text: string, wallMs = 10_000, options: RunOptions = {}, args: string[] = []): Promise<StepResult> =>
  engine
    .runSteps(
      [{ path: "attack.py", text }],
      [{ id: "attack", argv: ["python3", "attack.py", ...args], wallMs }],
      options,
    )
    .then(([only]) => only!);

const honest = () => python("print(sum(range(1000)))");

describe("attacks that end honestly", () => {
  const attacks: Record<string, { code: string; wallMs?: number; ended: Ending[] }> = {
    "a loop without an end": { code: "while True: pass", wallMs: 700, ended: ["time limit"] },
    "a sleeper that ignores signals": {
      code: "import signal, time\nfor n in range(1, 65):\n try: signal.signal(n, signal.SIG_IGN)\n except (OSError, ValueError): pass\ntime.sleep(1e6)",
      wallMs: 700,
      ended: ["time limit"],
    },
    "a number that takes for ever": { code: "x = 7 ** (10 ** 9)", wallMs: 700, ended: ["time limit", "memory limit"] },
    "a memory bomb": { code: "b = []\nwhile 1: b.append(bytearray(1 << 24))", ended: ["memory limit"] },
    "a memory bomb in a child": {
      code: "import os, sys\nif os.fork() == 0:\n b = []\n while 1: b.append(bytearray(1 << 24))\n_, status = os.wait()\nsys.exit(1 if status else 0)",
      ended: ["memory limit"],
    },
    "a fork bomb": {
      code: "import os\nwhile True:\n try: os.fork()\n except OSError: pass",
      wallMs: 1500,
      ended: ["time limit", "crashed", "memory limit"],
    },
    "a bomb of threads": {
      code: "import threading, time\nwhile True:\n try: threading.Thread(target=time.sleep, args=(1e6,)).start()\n except RuntimeError: time.sleep(0.01)",
      wallMs: 1500,
      ended: ["time limit"],
    },
    "a flood of output": { code: "while True: print('A' * 65536)", ended: ["output limit"] },
    "a flood of single bytes": {
      code: "import os\nwhile True: os.write(1, b'a'); os.write(2, b'b')",
      ended: ["output limit", "time limit"],
      wallMs: 4000,
    },
    "the end of its own watch": {
      code: "import os, time\nos.kill(os.getppid(), 9)\ntime.sleep(1e6)",
      wallMs: 700,
      ended: ["time limit", "crashed"],
    },
    "a watch that is stopped": {
      code: "import os, time\nos.kill(os.getppid(), 19)\ntime.sleep(1e6)",
      wallMs: 700,
      ended: ["time limit"],
    },
    "the end of everything it can reach": { code: "import os\nos.kill(-1, 9)", ended: ["crashed"] },
    "a crash of the interpreter": { code: "import ctypes\nctypes.string_at(0)", ended: ["crashed"] },
  };

  test.for(Object.entries(attacks))("%s", async ([, { code, wallMs = 20_000, ended }], { skip }) => {
    if (reason) skip(reason);
    const [attack, neighbour] = await Promise.all([python(code, wallMs), honest()]);
    expect(ended).toContain(attack.ended);
    expect(attack.stdout.length + attack.stderr.length).toBeLessThanOrEqual(256 * 1024);
    expect(neighbour).toMatchObject({ exitCode: 0, stdout: "499500\n", ended: null });
  });
});

describe("what a job may use", () => {
  test("files end where the memory for files ends", async () => {
    const fill = (folder: string) => `
import os
total, number = 0, 0
try:
    while True:
        with open(f"${folder}/{number}", "wb") as file:
            for _ in range(16): total += file.write(bytes(1 << 20))
        number += 1
except OSError as error: print(os.strerror(error.errno), total >> 20)`;
    for (const folder of ["/job", "/tmp"]) {
      const done = await python(fill(folder));
      expect(done.stdout).toMatch(/^No space left on device \d+\n$/);
      expect(Number(done.stdout.split(" ").at(-1))).toBeLessThanOrEqual(256);
    }
  });

  test("so does the number of files, and the size of one", async () => {
    const many = await python(
      "n = 0\ntry:\n while True:\n  open(f'/tmp/{n}', 'w').close(); n += 1\nexcept OSError: print(n)",
    );
    expect(Number(many.stdout)).toBeLessThan(16_400);
    const large = await python("import os\nos.truncate(os.open('/tmp/x', os.O_CREAT | os.O_RDWR), 1 << 30)");
    expect(large.exitCode).not.toBe(0);
  });

  test("a text that breaks parsers breaks nothing but its own step", async () => {
    const { exitCode } = await python(`x = ${"-".repeat(100_000)}1`);
    expect(exitCode).not.toBe(0);
  });

  test("output is cut at a limit without half a character", async () => {
    const done = await engine.runSteps(
      [],
      [{ id: "x", argv: ["python3", "-c", "print('aé' * 100_000)"], wallMs: 5000, outputBytes: 1003 }],
    );
    expect(done[0]).toMatchObject({ ended: "output limit", exitCode: null });
    expect(done[0]!.stdout).toMatch(/^(aé)+a?$/);
  });
});

describe("what a job cannot forge", () => {
  test("the exit code is the engine's, whatever is printed", async () => {
    const forged = `import os, sys
os.write(1, bytes([1, 0, 0, 0, 0, 0, 0, 2]) + b'{"verdict": "passed"}')
print("::set-output name=x::y\\n##vso[task]\\n{'exitCode': 0}")
sys.exit(3)`;
    const { exitCode, ended, stdout } = await python(forged);
    expect({ exitCode, ended }).toEqual({ exitCode: 3, ended: null });
    expect(stdout).toContain('{"verdict": "passed"}');
  });

  test("what it leaves running does not see the next step", async () => {
    const daemon = `import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for fd in range(3): os.close(fd)
        while True:
            time.sleep(0.001)
            try: open("/job/next", "a").write("x")
            except OSError: pass
    os._exit(0)`;
    const results = await engine.runSteps(
      [{ path: "daemon.py", text: daemon }],
      [
        { id: "leaves", argv: ["python3", "daemon.py"], wallMs: 5000 },
        { id: "next", argv: ["sh", "-c", "rm -f /job/next; sleep 0.3; ls /job"], wallMs: 5000 },
      ],
    );
    expect(results.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual([
      [0, ""],
      [0, "daemon.py\n"],
    ]);
  });

  test("nothing of one job is there in the next", async () => {
    await python("for folder in ('/job', '/tmp', '/dev/shm'): open(folder + '/left', 'w').write('x')");
    const { stdout } = await python("import os\nprint([os.listdir(f) for f in ('/job', '/tmp', '/dev/shm')])");
    expect(stdout).toBe("[['attack.py'], [], []]\n");
  });
});

describe("ways out", () => {
  const machine = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const addresses = ["172.17.0.1", ...machine.filter(({ family }) => family === "IPv4").map(({ address }) => address)];

  /** Packets over the engine's bridge; null while another container uses it. */
  async function bridgePackets(): Promise<number | null> {
    const bridge = await new Docker().getNetwork("bridge").inspect();
    if (Object.keys(bridge.Containers ?? {}).length > 0) return null;
    const folder = "/sys/class/net/docker0/statistics";
    try {
      return ["rx_packets", "tx_packets"].reduce((sum, name) => sum + Number(readFileSync(join(folder, name))), 0);
    } catch {
      return null;
    }
  }

  test("none of those that we know of works, and no packet arrives", async () => {
    let heard = 0;
    const tcp = createServer(() => heard++).listen(0);
    const port = (tcp.address() as { port: number }).port;
    const udp = createSocket("udp4", () => heard++).bind(port);
    const before = await bridgePackets();
    const code = readFileSync(join(import.meta.dirname, "escapes.fixture.py"), "utf8");
    const { stdout, stderr } = await python(code, 60_000, {}, [String(port), ...new Set(addresses)]);
    const after = await bridgePackets();
    tcp.close();
    udp.close();

    expect(stderr).toBe("");
    const found = JSON.parse(stdout);
    expect(found.tried).toBeGreaterThan(70);
    // An address of its own that nobody listens on takes a packet; only the listener can say whether it left.
    expect(found.worked.filter((name: string) => name !== "send to 127.0.0.1")).toEqual([]);
    expect(heard).toBe(0);
    if (before !== null && after !== null) expect(after - before).toBe(0);
    expect(found).toMatchObject({ user: 10001, noNewPrivileges: "1", seccomp: "2" });
    expect(new Set(found.capabilities)).toEqual(new Set(["0000000000000000"]));
    expect(found.environment.filter((name: string) => /SECRET|TOKEN|DATABASE|PASSWORD|DOCKER/.test(name))).toEqual([]);
  });

  test("the machine is as it was, and nothing is left behind", async () => {
    await engine.close();
    const left = await new Docker().listContainers({ all: true, filters: { label: [`${LABELS.owner}=${owner}`] } });
    expect(left).toEqual([]);
    expect(readdirSync("/tmp").filter((name) => name === "left" || name === "escaped")).toEqual([]);
    const opened = await openEngine({ image: image! });
    engine = opened.engine!;
    expect(await honest()).toMatchObject({ exitCode: 0 });
  });
});
