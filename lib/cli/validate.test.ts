import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examples } from "#lib/core/catalog/examples.ts";
import { repositoryFiles } from "#lib/core/delivery/repository.ts";
import { render } from "#lib/wizard/toolbox.ts";

const root = mkdtempSync(join(tmpdir(), "plumbline-validate-"));
const good = join(root, "good");
const PLACE = "src/overbooking/policy.py";

beforeAll(() => {
  const answers = examples.find(({ id }) => id === "overbooking-study")?.answers;
  if (!answers) throw new Error("There is no such example.");
  for (const { path, text, mode } of repositoryFiles(render(answers))) {
    mkdirSync(dirname(join(good, path)), { recursive: true });
    writeFileSync(join(good, path), text, { mode });
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let copies = 0;
function copy(change: (folder: string) => void): string {
  const folder = join(root, `copy-${copies++}`);
  cpSync(good, folder, { recursive: true });
  change(folder);
  return folder;
}

/** An address at which no engine answers. */
const NO_ENGINE = "tcp://127.0.0.1:9";

function plumbline(...args: string[]) {
  const program = [resolve("lib/cli/main.ts"), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", ...program], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, DOCKER_HOST: NO_ENGINE },
  });
  return { status, stdout, stderr };
}
const validate = (...args: string[]) => plumbline("validate", "--sandbox", "embedded", ...args);

test("a repository as it was rendered passes, and what did not run is listed with its reason", () => {
  const { status, stdout, stderr } = validate(good);
  expect([status, stdout.includes("FAIL")]).toEqual([0, false]);
  expect(stdout).toMatch(/Did not run: tests of \d+ files\. .*Docker/);
  expect(stderr).toContain("Static checks");
});

test("a mistake fails with its file, its line and the way to mend it, and verify names the file", () => {
  const folder = copy((into) => {
    const text = readFileSync(join(into, PLACE), "utf8");
    writeFileSync(join(into, PLACE), `${text}\n\neval("1")\n`);
  });
  const { status, stdout } = validate(folder, "--json");
  const report = JSON.parse(stdout);
  const failing = report.results.filter(({ checks }: { checks: { status: string }[] }) =>
    checks.some((check) => check.status === "fail"),
  );
  expect([status, report.passed, failing.map(({ path }: { path: string }) => path)]).toEqual([1, false, [PLACE]]);
  const line = readFileSync(join(folder, PLACE), "utf8").split("\n").indexOf('eval("1")') + 1;
  const table = validate(folder).stdout;
  expect(table.split("\n").find((row) => row.includes(PLACE))).toContain("FAIL");
  expect(table).toMatch(new RegExp(`\\n  ${line}:\\d+  S307 .*\\n {5}\\S`));
  expect(plumbline("verify", folder)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining(`changed  ${PLACE}`),
  });
});

test("a planned file that is gone is a failure, one beyond the plan is judged, and no name steers the terminal", () => {
  const folder = copy((into) => {
    writeFileSync(join(into, "\u001b[2Jcleared.txt"), "");
    rmSync(join(into, "README.md"));
    writeFileSync(
      join(into, "src/overbooking/extra.py"),
      '"""More."""\n\nimport requests\n\nHERE = requests.__name__\n',
    );
  });
  const { status, stdout } = validate(folder);
  expect(status).toBe(1);
  expect(stdout).toContain("Missing: README.md");
  expect(stdout).toContain("\uFFFD[2Jcleared.txt");
  expect(stdout).not.toContain("\u001b");
  expect(stdout).toContain("src/overbooking/extra.py: imports failed");
  expect(plumbline("verify", folder).stdout).toMatch(
    /missing {2}README\.md\nadded {4}\uFFFD\[2Jcleared\.txt\nadded {4}src\/overbooking\/extra\.py/,
  );
});

test("nothing outside the folder is read: a link is named and not followed", () => {
  const secret = join(root, "secret.txt");
  writeFileSync(secret, "a private line");
  const folder = copy((into) => {
    rmSync(join(into, "LICENSE"));
    symlinkSync(secret, join(into, "LICENSE"));
    symlinkSync(root, join(into, "up"));
  });
  const { status, stdout } = validate(folder, "--json");
  const report = JSON.parse(stdout);
  expect(status).toBe(1);
  expect(report.unread.map(({ path }: { path: string }) => path)).toEqual(["LICENSE", "up"]);
  expect(report.missing.map(({ path }: { path: string }) => path)).toEqual(["LICENSE"]);
  expect(stdout).not.toContain("a private line");
});

test("a planned file that is no text is called so once, and is not said to be missing as well", () => {
  const folder = copy((into) => writeFileSync(join(into, PLACE), Buffer.from([0xff, 0xfe, 0x41])));
  const { status, stdout } = validate(folder);
  expect([status, stdout.includes(`Missing: ${PLACE}`)]).toEqual([1, false]);
  expect(stdout).toContain(`Not judged: ${PLACE}: It is not UTF-8 text.`);
  expect(stdout).toContain("1 planned file cannot be judged.");
});

test("evidence that was written speaks about these files, until one of them changes", () => {
  const folder = copy(() => undefined);
  expect(validate(folder, "--write-evidence").status).toBe(0);
  const text = readFileSync(join(folder, ".plumbline/evidence.json"), "utf8");
  expect(validate(folder, "--write-evidence").status).toBe(0);
  expect(readFileSync(join(folder, ".plumbline/evidence.json"), "utf8")).toBe(text);
  expect(plumbline("verify", folder)).toMatchObject({ status: 0 });
  writeFileSync(join(folder, PLACE), "");
  expect(JSON.parse(plumbline("verify", folder, "--json").stdout)).toMatchObject({
    same: false,
    evidence: "other-content",
    unproved: [PLACE],
  });
});

test("a sandbox that cannot be had is our fault and says so; without being named, the embedded one serves", () => {
  const { status, stdout, stderr } = plumbline("validate", good, "--sandbox", "docker");
  expect([status, stdout]).toEqual([3, ""]);
  expect(stderr).toContain("No Docker engine answers");
  const unnamed = plumbline("validate", good);
  expect([unnamed.status, unnamed.stdout.includes("sandbox embedded")]).toEqual([0, true]);
  expect(unnamed.stderr).toContain("No Docker engine answers");
});

test("a folder that is no repository of ours, or a sandbox that does not exist, is bad input with the way out", () => {
  const empty = copy((into) => rmSync(join(into, ".plumbline"), { recursive: true }));
  for (const args of [
    ["validate", join(root, "nowhere")],
    ["validate", empty],
    ["verify", empty],
    ["verify", join(good, "README.md")],
    ["validate", good, "--sandbox", "cloud"],
  ]) {
    const { status, stderr, stdout } = plumbline(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/: .+\. [A-Z].+\./);
  }
});
