import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Example, examples } from "#lib/core/catalog/examples.ts";
import { readSignature } from "#lib/core/delivery/commits.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { zipDesign } from "#lib/wizard/zip-design.ts";
import { gitFolder } from "./git-folder.ts";

const { answers } = examples[0] as Example;

/** The repository must speak for itself: nothing of this machine's configuration. */
const environment: NodeJS.ProcessEnv = { ...process.env, GIT_CONFIG_NOSYSTEM: "1", HOME: "/nonexistent" };
const has = (tool: string): boolean => {
  try {
    execFileSync(tool, ["--help"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-git-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const run = (tool: string, args: readonly string[], cwd: string): string =>
  execFileSync(tool, args, { cwd, env: environment, encoding: "utf8" });

describe("a zip with its history", () => {
  const zipped = zipDesign(answers, { history: true, author: readSignature("Ada Lovelace <ada@example.org>") });
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await zipped.bytes();
  });

  function unpacked(): string {
    const folder = scratch();
    writeFileSync(join(folder, "repository.zip"), bytes);
    run("unzip", ["-q", "repository.zip"], folder);
    return join(folder, zipped.name);
  }

  test("is a clean checkout of main that git finds no fault with, one commit for each file", (context) => {
    if (!has("git") || !has("unzip")) context.skip("there is no git or no unzip here");
    const repository = unpacked();
    const git = (...args: string[]) => run("git", args, repository);
    expect(git("fsck", "--strict", "--full", "--no-dangling")).toBe("");
    expect(git("status", "--porcelain=v1", "--branch")).toBe("## main\n");
    const log = git("log", "--format=%an <%ae> %cn %s").trim().split("\n");
    expect(log).toHaveLength(zipped.files - 1);
    expect(new Set(log.map((line) => line.slice(0, 43)))).toEqual(
      new Set(["Ada Lovelace <ada@example.org> Ada Lovelace"]),
    );
    expect(git("diff", "--name-only", "--diff-filter=MDR", "HEAD~20", "HEAD")).toBe("");
    git("checkout", "-q", "HEAD~30");
    git("checkout", "-q", "main");
    expect(git("status", "--porcelain")).toBe("");
  });

  test("is read by Info-ZIP and Python, and carries no hook and no configuration of its own", (context) => {
    if (!has("unzip") || !has("python3")) context.skip("there is no unzip or no python3 here");
    const folder = scratch();
    writeFileSync(join(folder, "repository.zip"), bytes);
    expect(run("unzip", ["-tq", "repository.zip"], folder)).toContain("No errors");
    const listed = run(
      "python3",
      [
        "-c",
        "import zipfile; z = zipfile.ZipFile('repository.zip'); assert z.testzip() is None; print('\\n'.join(z.namelist()))",
      ],
      folder,
    );
    const names = listed.trim().split("\n");
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !name.startsWith(`${zipped.name}/`) || name.includes(".."))).toEqual([]);
    expect(
      names.filter((name) => name.includes("/.git/")).map((name) => name.replaceAll(/[0-9a-f]{40}/g, "*")),
    ).toEqual(
      ["HEAD", "config", "index", "refs/heads/main", "objects/pack/pack-*.idx", "objects/pack/pack-*.pack"].map(
        (name) => `${zipped.name}/.git/${name}`,
      ),
    );
  });

  test("has the same bytes again, and without a history the bytes of every other entry point", async () => {
    const again = zipDesign(structuredClone(answers), {
      history: true,
      author: readSignature("Ada Lovelace <ada@example.org>"),
    });
    expect(sha256(Buffer.from(await again.bytes()).toString("hex"))).toBe(sha256(Buffer.from(bytes).toString("hex")));
    expect(zipDesign(answers).digest).not.toBe(zipped.digest);
  });
});

test("a history of hostile names, dates and modes is one that git takes", async (context) => {
  if (!has("git")) context.skip("there is no git here");
  const file = (path: string, text = path, mode: 0o644 | 0o755 = 0o644) => ({ path, text, mode });
  const author = { name: "Zoë \u202e", mail: "z@example.org" };
  const commits = [
    { message: "build: a\n", author, at: 0, files: [file("a.b"), file("a/b"), file("a0"), file("empty", "")] },
    {
      message: "feat: naïve ☂\n",
      author,
      at: 4_102_444_800,
      files: [file("a/ü/☂.txt"), file("run", "#!/bin/sh\n", 0o755)],
    },
    {
      message: "feat: twice\n",
      author,
      at: 4_102_444_800,
      files: [file("b/empty", ""), file("a-b", "x".repeat(70_000))],
    },
  ];
  const repository = scratch();
  const all = [...commits.flatMap(({ files }) => files), ...(await gitFolder(commits))];
  for (const one of all) {
    mkdirSync(dirname(join(repository, one.path)), { recursive: true });
    writeFileSync(join(repository, one.path), "text" in one ? one.text : one.bytes, { mode: one.mode });
  }
  expect(run("git", ["fsck", "--strict", "--full"], repository)).toBe("");
  expect(run("git", ["status", "--porcelain"], repository)).toBe("");
  expect(run("git", ["log", "--format=%s"], repository).split("\n")).toEqual([
    "feat: twice",
    "feat: naïve ☂",
    "build: a",
    "",
  ]);
});
