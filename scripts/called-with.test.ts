import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = mkdtempSync(join(tmpdir(), "plumbline-operate-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** With a database that does not exist: whatever reaches for it fails otherwise than with 0 or 2. */
function operate(script: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(`scripts/${script}.ts`), ...words], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", DATABASE_URL: "postgresql://nobody@localhost:1/none" },
  });
  return { status, said: stdout + stderr };
}

test.each([
  ["retention", "--dryrun"],
  ["retention", "--dry-run", "now"],
  ["backup", "--file", "x"],
  ["backup"],
  ["backup", "a", "b"],
  ["restore", "none.backup"],
  ["restore", "-x"],
])("%s %s %s does nothing and says what to type", (script, ...words) => {
  const { status, said } = operate(script, ...words);
  expect([status, said]).toEqual([2, expect.stringMatching(/Usage: npm run|Name one file: npm run|name the backup/)]);
  expect(readdirSync(root)).toEqual([]);
});

test.each(["retention", "backup", "restore"])("%s explains itself", (script) => {
  expect(operate(script, "--help")).toEqual({ status: 0, said: expect.stringContaining(`npm run ${script} -- `) });
  expect(readdirSync(root)).toEqual([]);
});
