import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, expect, test } from "vitest";
import { type Example, examples } from "#lib/core/catalog/examples.ts";
import { entryOf } from "#lib/io/forge/forge.ts";
import { openWorld, type World } from "#lib/io/forge/forge-worlds.fixture.ts";
import { designFiles } from "#lib/wizard/packing.ts";
import { render } from "#lib/wizard/toolbox.ts";

const root = mkdtempSync(join(tmpdir(), "plumbline-push-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const worlds: World[] = [];
afterEach(() => Promise.all(worlds.splice(0).map(({ server }) => server.close())));

const { answers } = examples.find(({ id }) => id === "overbooking-study") as Example;
const ANSWERS = join(root, "answers.json");
writeFileSync(ANSWERS, JSON.stringify(answers));
const delivered = new Map(designFiles(render(answers), {}).map((file) => [file.path, entryOf(file)]));
const TOKENS = { github: "github_pat_good", gitlab: "glpat-good" } as const;

async function world(forge: keyof typeof TOKENS = "github") {
  const opened = await openWorld(forge);
  worlds.push(opened);
  return opened;
}

/** Types a command; not waiting for it would leave no one to answer, as the forge is in this process. */
async function push(words: readonly string[], { token = "", input = "" } = {}) {
  const program = spawn(process.execPath, ["--no-warnings", resolve("lib/cli/main.ts"), "push", ...words], {
    cwd: root,
    env: { ...process.env, PLUMBLINE_PUSH_TOKEN: token },
  });
  program.stdin.end(input);
  const ended = new Promise<number | null>((done) => program.on("close", done));
  const [out, said, exit] = await Promise.all([text(program.stdout), text(program.stderr), ended]);
  for (const secret of Object.values(TOKENS)) expect(out + said).not.toContain(secret);
  return { out, said, exit };
}

const filesAt = (one: World, branch: string) => {
  const [only, ...more] = one.repositories();
  expect(more).toEqual([]);
  const entries = only?.store.files(branch).filter(({ type }) => type === "blob") ?? [];
  return new Map(entries.map(({ path, mode, id }) => [path, `${mode} ${id}`]));
};

test("a push that breaks off says how to go on, and the same command ends with one whole repository", async () => {
  const one = await world();
  const words = [ANSWERS, "--repo", "clinic-org/overbooking", "--base-url", one.server.url];
  one.server.fault = (_, request) =>
    request.startsWith("POST") && request.endsWith("/git/trees") ? "drop after" : null;
  const broken = await push(words, { token: TOKENS.github });
  expect(broken).toMatchObject({ exit: 3, out: "", said: expect.stringContaining("Type the same command again") });
  expect(one.repositories()).toMatchObject([{ description: expect.stringContaining("is delivering here") }]);
  one.server.fault = () => null;
  const whole = await push(words, { token: TOKENS.github });
  expect(whole).toMatchObject({ exit: 0, out: `${one.server.url}/clinic-org/overbooking\n` });
  expect(filesAt(one, "main")).toEqual(delivered);
  const again = await push([...words, "--json"], { token: TOKENS.github });
  expect(JSON.parse(again.out)).toMatchObject({ forge: "github", unchanged: true });
});

test("a branch of a GitLab project, its token from standard input, ends with the address of its request", async () => {
  const one = await world("gitlab");
  const store = one.add("clinic/platform", "overbooking");
  const author = { name: "Ada", email: "ada@example.org", date: "2026-01-01T00:00:00Z" };
  const tree = store.tree(null, [{ path: "own.txt", mode: "100644", content: "mine\n" }]);
  store.moveBranch("main", store.commit({ message: "mine", tree, parents: [], author, committer: author }));
  const place = ["--forge", "gitlab", "--repo", "clinic/platform/overbooking", "--branch", "plumbline/delivery"];
  const pushed = await push([ANSWERS, ...place, "--base-url", one.server.url, "--token-stdin"], {
    input: `${TOKENS.gitlab}\n`,
  });
  expect(pushed).toMatchObject({ exit: 0, out: expect.stringMatching(/\/merge_requests\/1\n$/) });
  const { "own.txt": own, ...rest } = Object.fromEntries(filesAt(one, "plumbline/delivery"));
  expect(own).toBeDefined();
  expect(new Map(Object.entries(rest))).toEqual(delivered);
});

test("a dry run lists every file and asks nobody, without a token", async () => {
  const one = await world();
  const told = await push([ANSWERS, "--repo", "overbooking", "--base-url", one.server.url, "--dry-run"]);
  expect(told).toMatchObject({
    exit: 0,
    said: expect.stringContaining(`Would push ${delivered.size} files in 2 commits`),
  });
  expect(told.out.trim().split("\n")).toEqual([...delivered.keys()]);
  expect(one.server.log).toEqual([]);
});

test("what cannot be pushed is refused where it can be mended, before a token leaves", async () => {
  const one = await world();
  const here = ["--base-url", one.server.url];
  const token = TOKENS.github;
  const refused = async (words: string[], given = {}) => {
    const { exit, said } = await push(words, given);
    return `${exit} ${
      said
        .split("\n")
        .find((line) => line.includes(": "))
        ?.split(":")[0]
    }`;
  };
  expect(await refused([ANSWERS, ...here], { token })).toBe("2 --repo");
  expect(await refused([ANSWERS, ...here, "--repo", "a/b c"], { token })).toBe("2 --repo");
  expect(await refused([ANSWERS, ...here, "--repo", "ada/b", "--branch", "a..b"], { token })).toBe("2 --branch");
  expect(await refused([ANSWERS, "--repo", "b", "--base-url", "http://forge.example.org"], { token })).toBe(
    "2 --base-url",
  );
  expect(await refused([ANSWERS, ...here, "--repo", "b", "--forge", "gitlab", "--history", "tasks"])).toBe(
    "2 --history",
  );
  expect(await refused(["-", ...here, "--repo", "b", "--token-stdin"])).toBe("2 --token-stdin");
  expect(await refused([ANSWERS, ...here, "--repo", "b"])).toBe("2 token");
  expect(one.server.log).toEqual([]);
  expect(await refused([ANSWERS, ...here, "--repo", "b"], { token: "expired" })).toBe("2 token");
  expect(one.repositories()).toEqual([]);
});
