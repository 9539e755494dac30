import { execFile, type SpawnSyncReturns, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answersFile } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import { repositoryFiles } from "#lib/core/delivery/repository.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { COMMANDS } from "./commands/index.ts";

const root = mkdtempSync(join(tmpdir(), "plumbline-one-file-"));
/** Nothing of ours stands in or above this folder. */
const home = join(root, "empty");
const program = join(home, "plumbline.mjs");
const run = promisify(execFile);
const [answers, other] = examples.map((one) => one.answers) as [Answers, Answers];
/** Takes away what came after Node 20, on which nobody here tries the file. */
const AS_OLDEST = `
for (const name of ["union", "intersection", "difference", "symmetricDifference", "isSubsetOf", "isSupersetOf"])
  delete Set.prototype[name];
for (const name of ["map", "filter", "take", "drop", "flatMap", "toArray", "some", "every", "find"])
  delete Object.getPrototypeOf(Object.getPrototypeOf([].values()))[name];
delete Map.groupBy; delete Object.groupBy; delete Promise.withResolvers; delete Promise.try; delete Array.fromAsync;
`;
type Answers = (typeof examples)[number]["answers"];

beforeAll(async () => {
  await run(process.execPath, ["scripts/build-cli.ts", join(root, "built.mjs")]);
  mkdirSync(home);
  copyFileSync(join(root, "built.mjs"), program);
  writeFileSync(join(root, "as-oldest.cjs"), AS_OLDEST);
  writeFileSync(join(home, "answers.json"), answersFile(answers));
  writeFileSync(join(home, "other.json"), answersFile(other));
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function plumbline(args: readonly string[], input: string | Uint8Array = ""): SpawnSyncReturns<string> {
  const env = { ...process.env, HOME: root };
  const older = ["-r", join(root, "as-oldest.cjs")];
  return spawnSync(process.execPath, [...older, program, ...args], { cwd: home, encoding: "utf8", input, env });
}

/** Every file below a folder, as a delivery lists them. */
const standing = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative(folder, path),
      text: readFileSync(path, "utf8"),
      mode: statSync(path).mode & 0o777,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

test("one file in an empty folder writes the very repository, and verifies it", () => {
  expect(plumbline(["render", "-", "--out", "made"], answersFile(answers)).stderr).toMatch(
    /^Wrote \d+ files to made\.$/m,
  );
  expect(standing(join(home, "made"))).toEqual(repositoryFiles(render(answers)));
  expect(plumbline(["verify", "made"]).status).toBe(0);
});

test("what is remembered from the last time changes nothing, nor does it when it is damaged", () => {
  const kept = join(root, ".cache/plumbline/formatted.json");
  const whole = readFileSync(kept, "utf8");
  expect(statSync(kept).mode & 0o077).toBe(0);
  for (const [name, content] of [
    ["whole", whole],
    ["half", whole.slice(0, 5000)],
    ["other", '[1, ["a"], {}]'],
  ] as const) {
    writeFileSync(kept, content);
    expect(plumbline(["render", "answers.json", "--out", name]).status).toBe(0);
    expect(standing(join(home, name))).toEqual(repositoryFiles(render(answers)));
  }
  expect(readFileSync(kept, "utf8")).toBe(whole);
});

test("the history of a repository is inside as well, and git reads it", ({ skip }) => {
  expect(plumbline(["render", "answers.json", "--git", "--out", "with-history"]).status).toBe(0);
  const git = spawnSync("git", ["-C", "with-history", "status", "--porcelain"], { cwd: home, encoding: "utf8" });
  if (git.error) skip("there is no git");
  expect([git.status, git.stdout]).toEqual([0, ""]);
});

test("a Node that is too old is told so", () => {
  const older = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.0" } });';
  writeFileSync(join(home, "older.cjs"), older);
  const { status, stderr } = spawnSync(process.execPath, ["-r", "./older.cjs", program], {
    cwd: home,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([3, expect.stringContaining("needs Node 20 or newer")]);
});

/** A right call of each command, with the exit codes it may have. */
const RIGHT: Record<string, { args: string[]; exit: number[] }> = {
  questions: { args: ["--stage", "intake"], exit: [0] },
  check: { args: ["answers.json"], exit: [0] },
  push: { args: ["answers.json", "--repo", "clinic-booking", "--dry-run"], exit: [0] },
  tier: { args: ["answers.json"], exit: [0] },
  review: { args: ["answers.json"], exit: [0, 1] },
  plan: { args: ["answers.json"], exit: [0] },
  prompt: { args: ["answers.json", "TASK-001"], exit: [0] },
  render: { args: ["answers.json", "--zip", "made.zip"], exit: [0] },
  compare: { args: ["answers.json", "other.json"], exit: [1] },
  report: { args: ["answers.json"], exit: [0] },
  verify: { args: ["made"], exit: [0] },
  completion: { args: ["bash"], exit: [0] },
};
const offered = COMMANDS.filter(({ name }) => name !== "validate");

test.each(offered)("$name prints one JSON document and nothing else on standard output", ({ name }) => {
  const { args, exit } = RIGHT[name] as (typeof RIGHT)[string];
  const { status, stdout, stderr } = plumbline([name, ...args, "--json"]);
  expect(exit, stderr).toContain(status);
  expect(() => JSON.parse(stdout)).not.toThrow();
});

test("what the one file does not carry is said before anything is tried, with the way to have it", () => {
  const { status, stdout, stderr } = plumbline(["validate", "made", "--json"]);
  expect(status).toBe(3);
  expect(JSON.parse(stdout).problems).toMatchObject([{ code: "one-file" }]);
  expect(stderr).toContain("npm run plumbline");
});

/** Documents that are no answers, each with a path that the refusal has to name. */
const BAD: readonly (readonly [what: string, text: string | Uint8Array, path: string])[] = [
  ["nothing", "", "-"],
  ["half a document", '{"plumbline": 1', "-"],
  ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), "-"],
  ["more than is taken", " ".repeat(1_000_001), "-"],
  ["a list", "[]", "answers"],
  ["nothing but depth", "[".repeat(100_000) + "]".repeat(100_000), "answers"],
  ["a prototype", '{"__proto__": {"plumbline": 1}, "constructor": {}}', "constructor"],
  ["an unknown option", wrong({ purpose: "nonsense" }), "intake.purpose"],
  ["a name that leaves the folder", wrong({ repository_name: "../../etc" }), "intake.repository_name"],
  ["a name that steers a terminal", wrong({ package_name: "\u001b]0;x\u0007" }), "intake.package_name"],
  ["a description of controls", wrong({ description: "a\u0000\u001b[2Jb" }), "intake.description"],
];

function wrong(intake: object): string {
  return JSON.stringify({ ...answers, intake: { ...answers.intake, ...intake } });
}

describe.each(BAD)("%s instead of answers", (_, text, path) => {
  const reading = COMMANDS.filter(({ args }) => args.some(([, meaning]) => meaning.startsWith("an answers file")));
  // Every command reads answers through one door; a few of them stand for all, others for each document.
  const turn = BAD.findIndex(([, one]) => one === text);
  const some = reading.filter((_, index) => (index + turn) % 4 === 0);
  test.each(some)("$name refuses it: exit code 2, the place, nothing on standard output", ({ name }) => {
    const rest = { prompt: ["TASK-001"], render: ["--out", "refused"], compare: ["other.json"] }[name] ?? [];
    const { status, stdout, stderr } = plumbline([name, "-", ...rest], text);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`${path}`);
    expect(stderr).not.toMatch(/[^\P{Cc}\n\t]/u);
    expect(stderr).not.toContain("our fault");
    const asked = plumbline([name, "-", ...rest, "--json"], text);
    expect(asked.status).toBe(2);
    expect(JSON.parse(asked.stdout).problems.length).toBeGreaterThan(0);
    expect(readdirSync(home)).not.toContain("refused");
  });
});

test.each([
  [["chekc", "answers.json"], "check"],
  [["check", "--jsn", "answers.json"], "--json"],
  [["prompt", "answers.json", "TASK-001", "--agent", "pilot"], "copilot"],
  [["review", "answers.json", "--checkpoint", "3"], "1, 2"],
  [["questions", "--stage", "\u001b[2J"], "intake"],
  [["report", "answers.json", "--format", "docx"], "html"],
  [["render", "answers.json"], "--out"],
  [["render", "answers.json", "--out", "plumbline.mjs/inside"], "plumbline.mjs"],
  [["render", "answers.json", "--out", "/proc/none/inside"], "/proc/none: No folder"],
  [["check"], "--help"],
  [["check", "answers.json", "other.json"], "--help"],
  [["check", "no-such-file.json"], "no-such-file.json"],
  [["check", "."], "Name an answers file"],
  [["check", "/dev/zero"], "larger"],
  [["verify", "answers.json"], "folder"],
  [["prompt", "answers.json", "TASK-999"], "TASK-001"],
  [["completion", "tcsh"], "zsh"],
  [[], "--help"],
])("plumbline %s is refused with what would be right", (args, hint) => {
  const { status, stdout, stderr } = plumbline(args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(hint);
  expect(stderr).not.toMatch(/[^\P{Cc}\n\t]/u);
});

test("help of every command shows examples, and help as a whole every command", () => {
  const whole = plumbline(["--help"]).stdout;
  for (const { name, examples: shown } of COMMANDS) {
    expect(whole).toContain(`  ${name}`);
    const { status, stdout } = plumbline([name, "--help"]);
    expect(status).toBe(0);
    for (const line of shown) expect(stdout).toContain(`plumbline ${line}`);
  }
});

test("bash completes commands, options and their values", ({ skip }) => {
  if (spawnSync("bash", ["--version"]).error) skip("there is no bash");
  writeFileSync(join(home, "completion.bash"), plumbline(["completion", "bash"]).stdout);
  const complete = (...words: string[]) =>
    spawnSync(
      "bash",
      [
        "--norc",
        "-c",
        `source completion.bash; COMP_WORDS=(plumbline "$@"); COMP_CWORD=$#; _plumbline; echo "\${COMPREPLY[@]}"`,
        "bash",
        ...words,
      ],
      { cwd: home, encoding: "utf8" },
    ).stdout.trim();
  expect(complete("re")).toBe("review render report");
  expect(complete("render", "--z")).toBe("--zip");
  expect(complete("prompt", "answers.json", "TASK-001", "--agent", "c")).toBe("claude-code cursor copilot");
});

test("who stops reading ends the command without a complaint", () => {
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", `"$0" "$1" questions | head -c 1 >/dev/null`, process.execPath, program],
    {
      encoding: "utf8",
    },
  );
  expect([status, stderr]).toEqual([0, ""]);
});
