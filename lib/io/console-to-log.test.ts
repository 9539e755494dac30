import { afterEach, expect, test } from "vitest";
import { consoleToLog } from "./console-to-log.ts";
import { openLog } from "./log.ts";

const own = { ...console };
const shared = globalThis as { plumblineLog?: unknown };
afterEach(() => {
  Object.assign(console, own);
  shared.plumblineLog = undefined;
});

test("what libraries say is one line of the log, without colours, and an error of a page is not told twice", () => {
  const lines: string[] = [];
  shared.plumblineLog = openLog("web", "info", { write: (line) => void lines.push(line) });
  consoleToLog();
  const { warn, error } = console;
  warn("\u001b[33m⚠\u001b[39m slow\n  really");
  error(Object.assign(new Error("of a page"), { digest: "123" }));
  error("⨯", new TypeError("Bearer abcdefghijklmnop is bad"));
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: "warn", from: "console", msg: "⚠ slow\n  really" },
    { level: "error", err: { type: "TypeError", message: "Bearer [hidden] is bad" } },
  ]);
  expect(lines.join("").split("\n")).toHaveLength(3);
});
