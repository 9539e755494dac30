import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { FileUnderCheck, Outcome } from "#lib/core/checks/check.ts";
import { verdict } from "#lib/core/checks/verdict.ts";
import { checkStatically, closeEmbedded } from "./embedded.ts";
import { fileWith } from "./judge.fixture.ts";

afterAll(closeEmbedded);

const GOOD =
  '"""Prices of stays."""\n\n\ndef quote(nights: int) -> int:\n    """The price of a stay."""\n    return nights\n';
const check = (text: string, change: Partial<FileUnderCheck> = {}) => checkStatically(fileWith({ text, ...change }));
const failed = (outcomes: Outcome[]) => outcomes.filter(({ status }) => status === "fail").map((one) => one.check);

/** Texts that break, exhaust or mislead whoever parses them. Each is answered, honestly, and the next file is read. */
const EXHAUSTING: Record<string, string> = {
  "20,000 open brackets": `x = ${"(".repeat(20_000)}1${")".repeat(20_000)}\n`,
  "100,000 signs before a number (H119)": `x = ${"-".repeat(100_000)}1\n`,
  "a sum that overflows the stack of CPython's parser": `x = ${Array(100_000).fill("a").join("+")}\n`,
  "100,000 attributes": `x = a${".b".repeat(100_000)}\n`,
  "an integer of 250,000 digits": `x = ${"9".repeat(250_000)}\n`,
  "300 nested f-strings": `x = ${'f"{'.repeat(300)}1${'}"'.repeat(300)}\n`,
  "500 levels of indentation": `${Array.from({ length: 500 }, (_, level) => `${" ".repeat(level)}if x:`).join("\n")}\n`,
};

test.each(Object.entries(EXHAUSTING))("%s ends in an honest failure, and the next file is read", async (_, text) => {
  const outcomes = await check(text);
  expect(outcomes[0]?.status).toBe("fail");
  expect(outcomes[0]?.findings[0]?.message).toBeTruthy();
  expect(verdict(outcomes).accept).toBe("no");
  expect(outcomes.filter(({ status }) => status === "pass").map((one) => one.check)).not.toContain("syntax");
  expect(failed(await check(GOOD))).toEqual([]);
});

test("a crash is called a crash, and belongs to its file alone though ten others wait", async () => {
  const bomb = `x = ${Array(100_000).fill("a").join("+")}\n`;
  const [crashed, ...others] = await Promise.all([check(bomb), ...Array.from({ length: 10 }, () => check(GOOD))]);
  expect(crashed?.[0]).toMatchObject({ check: "syntax", status: "fail", ended: "crashed", sandbox: "embedded" });
  expect(crashed?.slice(1).every(({ status, reason }) => status === "skipped" && reason)).toBe(true);
  expect(others.flatMap(failed)).toEqual([]);
});

const MISLEADING: [what: string, text: string, first: string | null][] = [
  ["a null byte", "x = 1\0\n", "syntax"],
  ["a byte order mark", `\ufeff${GOOD}`, "syntax"],
  ["half a surrogate pair", 'x = "\ud800"\n', "syntax"],
  ["a letter that looks like another", "раssword = 1\nx = pаss\n", null],
  ["marks that turn the line round", '"""A."""\n\nROLE = "user\u202e \u2066# admin\u2069"\n', "security"],
  ["line ends of three systems", GOOD.replace("\n\n\n", "\r\n\r\n\r\n"), null],
  ["a form feed", '"""A."""\n\f\nX = 1\n', "style"],
  ["a coding cookie that lies", '# -*- coding: rot13 -*-\n"""A."""\n', null],
  ["a line of 250,000 characters", `X = "${"a".repeat(250_000)}"\n`, null],
  ["bait for patterns that backtrack", `# ${"://a:b".repeat(30_000)}\n# ${"token=".repeat(5_000)}\n`, null],
];

test.each(MISLEADING)("%s does not mislead the reader", async (_, text, first) => {
  const names = failed(await check(text));
  if (first) expect(names).toContain(first);
  else expect(names.filter((name) => name === "syntax" || name === "security")).toEqual([]);
  expect(failed(await check(GOOD))).toEqual([]);
});

describe("code that would do harm if anyone ran it", () => {
  /** Classes sandbox and wasm of the hostile inputs, and relatives. */
  const HARMFUL = [
    "import os\nos.kill(os.getppid(), 9)\n",
    "import socket\nsocket.create_connection(('127.0.0.1', PORT), 2)\n",
    "import urllib.request\nurllib.request.urlopen('http://127.0.0.1:PORT/')\n",
    "import js\njs.fetch('http://127.0.0.1:PORT/')\njs.process.exit(0)\n",
    "import pyodide_js\npyodide_js.mountNodeFS('/h', '/etc')\nprint(open('/h/passwd').read())\n",
    "await pyodide_js.loadPackage('http://127.0.0.1:PORT/x-1.0-py3-none-any.whl')\n",
    "while True: pass\n",
    "b = []\nwhile 1: b.append(bytearray(1 << 20))\n",
    "import os\nos._exit(0)\n",
    "import ast, builtins\nbuiltins.compile = lambda *a, **k: None\nast.PyCF_ONLY_AST = 0\n",
    "open('/var/run/docker.sock', 'rb')\n",
    "print('{\"outcomes\": []}')\n",
    "@(lambda f: __import__('os').system('id'))\ndef f(): ...\n",
    "# coding: utf-7\n+AGkAbQBwAG8AcgB0- os\n",
  ];

  test("opens no connection, leaves nothing behind and poisons nothing", async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
    const { port } = server.address() as { port: number };
    for (const text of HARMFUL) {
      const outcomes = await check(text.replaceAll("PORT", String(port)));
      expect(outcomes[0]).not.toHaveProperty("ended");
    }
    expect(failed(await check(GOOD))).toEqual([]);
    expect(failed(await check("def f(:\n"))).toContain("syntax");
    server.close();
    expect(connections).toBe(0);
  });
});

/** The reading children of this process, oldest first. */
function children(): { pid: number; line: string }[] {
  const lines = execFileSync("ps", ["-eo", "pid,ppid,args"], { encoding: "utf8" }).split("\n");
  return lines
    .filter((line) => line.includes("lib/io/sandbox/child.ts") && line.trim().split(/\s+/)[1] === String(process.pid))
    .map((line) => ({ pid: Number(line.trim().split(/\s+/)[0]), line }))
    .sort((a, b) => a.pid - b.pid);
}

test("a reader that stands still is ended at the time limit, and another one reads on", async (context) => {
  if (process.platform === "win32") return context.skip("processes of this system cannot be stopped");
  closeEmbedded();
  await check(GOOD);
  // Both of them, or the one that still works would answer.
  await vi.waitFor(() => expect(children().length).toBeGreaterThan(1), 60_000);
  const stopped = children().map(({ pid }) => pid);
  for (const pid of stopped) process.kill(pid, "SIGSTOP");
  const outcomes = await check(GOOD);
  expect(outcomes[0]).toMatchObject({ status: "fail", ended: "time limit" });
  const left = children().filter(({ pid }) => stopped.includes(pid));
  expect(left.length).toBeLessThan(stopped.length);
  for (const { pid } of left) process.kill(pid, "SIGCONT");
  expect(failed(await check(GOOD))).toEqual([]);
});

test("a reader that is lost over a text after others leaves the verdict to one that has read nothing", async (context) => {
  if (process.platform === "win32") return context.skip("processes of this system cannot be stopped");
  closeEmbedded();
  await check(GOOD);
  const old = children().map(({ pid }) => pid);
  for (const pid of old) process.kill(pid, "SIGSTOP");
  const outcomes = check(GOOD);
  for (const pid of old) process.kill(pid, "SIGKILL");
  expect(failed(await outcomes)).toEqual([]);
});

test("a question that is open when the sandbox closes says nothing about its text", async () => {
  await check(GOOD);
  const outcomes = check(GOOD);
  closeEmbedded();
  expect((await outcomes)[0]?.findings[0]).toMatchObject({ code: "sandbox-start", mend: "Check it again." });
  expect(failed(await check(GOOD))).toEqual([]);
});

test("the child has no environment, stands in an empty folder and may read its own code only", async (context) => {
  if (process.platform !== "linux") return context.skip("the processes of this system cannot be looked at");
  await check(GOOD);
  const own = children().at(-1);
  const environment = execFileSync("cat", [`/proc/${own?.pid}/environ`], { encoding: "utf8" }).split("\0");
  expect(environment.filter((entry) => entry && !/^(NODE_CHANNEL|PWD|OLDPWD|_|SHLVL)/.test(entry))).toEqual([]);
  expect(execFileSync("ls", ["-A", `/proc/${own?.pid}/cwd/`], { encoding: "utf8" })).toBe("");
  expect(own?.line).toContain("--permission");
  expect(own?.line).not.toMatch(/--allow-(?:fs-write|net|child-process|worker|addons|wasi)/);
});
