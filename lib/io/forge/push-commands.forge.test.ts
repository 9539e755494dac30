import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, type TestContext, test } from "vitest";
import { type PushStep, type PushWay, pushCommands } from "#lib/core/delivery/push-commands.ts";
import { type PushOrder, pushProblems } from "#lib/core/delivery/push-order.ts";
import type { DeliveredFile } from "#lib/core/delivery/repository.ts";
import { packed } from "#lib/wizard/packing.ts";
import { type Desk, openDesk, type Typing } from "../../../scripts/testing/forges/desk.ts";
import { zipBytes } from "../delivery/zip.ts";
import { entryOf } from "./forge.ts";
import { commitsOf, FILES, ORDER } from "./forge-worlds.fixture.ts";

const NAME = "clinic-booking";
const BRANCH = "plumbline/delivery";
const files: readonly DeliveredFile[] = [{ path: ".env.example", text: "TOKEN=\n", mode: 0o644 }, ...FILES];
const commits = commitsOf(files, { ...ORDER, history: "tasks" })({ name: "Ada", mail: "" });
const delivered = files.map((file) => `${entryOf(file)} ${file.path}`);
const OWN = "own.txt";

const SITES = {
  github: ["https://github.com", "https://github.example.org"],
  gitlab: ["https://gitlab.com", "https://gitlab.example.org"],
} as const;

const has = (program: string): boolean => {
  try {
    execFileSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const needs = (context: TestContext, ...programs: string[]) => {
  for (const program of programs) if (!has(program)) context.skip(`${program} is not installed here`);
};

const desks: Desk[] = [];
afterEach(() => Promise.all(desks.splice(0).map((desk) => desk.close())));

interface Case extends Partial<PushOrder> {
  forge: PushOrder["forge"];
  site: string;
}

/** A desk with the zip of an order on it, and the ways to push it. */
async function deskFor(
  { site, ...order }: Case,
  by = "git",
): Promise<{ desk: Desk; order: PushOrder; ways: PushWay[] }> {
  const desk = await openDesk(order.forge, site, by !== "gh");
  desks.push(desk);
  const full: PushOrder = { ...ORDER, name: NAME, branch: BRANCH, ...order };
  expect(pushProblems(full)).toEqual([]);
  const zip = await packed(files, full.history === "tasks" ? commits : null);
  writeFileSync(join(desk.folder, `${NAME}.zip`), zipBytes(NAME, zip));
  writeFileSync(join(desk.folder, "private.txt"), "nobody’s business\n");
  if (full.into === "branch") {
    const store = desk.add(full.owner, NAME);
    const author = { name: "Ada", email: "ada@example.org", date: "2026-01-01T00:00:00Z" };
    const entries = [
      { path: "README.md", mode: "100755", content: "mine\n" },
      // A link where a file is delivered, and rules that would hide and change delivered files.
      { path: "scripts/run.sh", mode: "120000", content: "../own.txt" },
      { path: ".gitignore", mode: "100644", content: ".env*\ndocs\n" },
      { path: ".gitattributes", mode: "100644", content: "* text=auto eol=crlf\n" },
      { path: OWN, mode: "100644", content: "mine\n" },
    ];
    const tree = store.tree(null, entries);
    store.moveBranch("main", store.commit({ message: "mine", tree, parents: [], author, committer: author }));
  }
  return { desk, order: full, ways: pushCommands({ order: full, folder: NAME, site }) };
}

const wayWith = (ways: readonly PushWay[], program: string): PushWay => {
  const found = ways.find(({ title }) =>
    title.startsWith(program === "git" ? "With git alone" : `With git and ${program}`),
  );
  return found ?? (ways[0] as PushWay);
};

/** Follows a way as it stands; what a browser is asked for is a repository that is made there. */
async function follow(desk: Desk, { steps }: PushWay, order: PushOrder, typing?: Typing): Promise<void> {
  for (const step of steps) {
    const { ok, said } = await take(desk, step, order, typing);
    expect(`${step.command ?? step.url}\n${ok ? "" : said}`).toBe(`${step.command ?? step.url}\n`);
  }
}

async function take(desk: Desk, { command, url, does }: PushStep, order: PushOrder, typing?: Typing) {
  if (command) return desk.type(command, typing);
  if (url && order.into === "new") desk.add(order.owner, order.name);
  return { ok: true, said: does };
}

const treeOf = (desk: Desk, branch: string): string[] => {
  const [only, ...more] = desk.repositories();
  expect(more).toEqual([]);
  return (only?.store.files(branch) ?? [])
    .filter(({ type }) => type === "blob")
    .map(({ mode, id, path }) => `${mode} ${id} ${path}`);
};

/** That the place holds what was delivered and nothing else of the folder, and what stood there as it was. */
function expectArrived(desk: Desk, order: PushOrder): void {
  const branch = order.into === "new" ? "main" : order.branch;
  const beside = treeOf(desk, branch).filter((line) => !delivered.includes(line));
  expect(treeOf(desk, branch).filter((line) => delivered.includes(line))).toEqual(delivered);
  expect(beside.map((line) => line.split(" ")[2])).toEqual(
    order.into === "new" ? [] : [".gitattributes", ".gitignore", OWN],
  );
  const { store } = desk.repositories()[0]!;
  if (order.into === "branch") expect(store.run(["log", "--format=%s", "main"]).trim()).toBe("mine");
  const own = order.into === "branch" ? 1 : 0;
  // A merge joins a history to a branch.
  const made = order.history === "tasks" ? commits.length + own : 1;
  expect(Number(store.run(["rev-list", "--count", branch]))).toBe(made + own);
}

const ORDERS: Record<PushOrder["forge"], Partial<PushOrder>[]> = {
  github: [
    { owner: "ada" },
    { owner: "clinic-org", history: "tasks" },
    { owner: "clinic-org", into: "branch" },
    { owner: "ada", into: "branch", history: "tasks" },
  ],
  gitlab: [{ owner: "grace" }, { owner: "clinic/platform" }, { owner: "clinic/platform", into: "branch" }],
};
const CASES = (["github", "gitlab"] as const).flatMap((forge) =>
  SITES[forge].flatMap((site, index) =>
    // What belongs to a person or to an organisation differs by no host.
    ORDERS[forge]
      .filter(({ owner }) => index === 0 || owner?.startsWith("clinic"))
      .flatMap((order) => {
        // Git alone knows no usual host; GitLab makes projects without a program.
        const program = forge === "github" ? "gh" : order.into === "branch" ? "glab" : "git";
        const typed = index === 0 ? ["git", program] : [program];
        return [...new Set(typed)].map((by) => ({ by, forge, site, ...order }));
      }),
  ),
);
const called = ({ by, site, owner, into = "new", history = "one" }: (typeof CASES)[number]) =>
  `${into === "new" ? "a new repository" : "a branch"} of ${owner} at ${new URL(site).host}, ${history}, by ${by}`;

describe("typed as they stand, the commands bring every file as it is in the zip", () => {
  for (const { by, ...one } of CASES)
    test(called({ by, ...one }), async (context) => {
      needs(context, "openssl", "unzip", by);
      const { desk, order, ways } = await deskFor(one, by);
      await follow(desk, wayWith(ways, by), order);
      expectArrived(desk, order);
      const [{ path, hidden, requests } = { path: "" }] = desk.repositories();
      expect(path).toBe(`${order.owner}/${NAME}`);
      expect(hidden).toBe(true);
      expect(requests).toBe(order.into === "branch" && by !== "git" ? 1 : 0);
    });
});

for (const [by, one] of [
  ["gh", { forge: "github", site: SITES.github[1], owner: "clinic-org" }],
  ["gh", { forge: "github", site: SITES.github[0], owner: "ada", into: "branch", history: "tasks" }],
  ["glab", { forge: "gitlab", site: SITES.gitlab[1], owner: "clinic/platform", into: "branch" }],
] as const)
  test(`each step that fails offline or for want of a name is typed again and goes on, with ${by}`, async (context) => {
    needs(context, "openssl", "unzip", by);
    const { desk, order, ways } = await deskFor(one, by);
    const failed: string[] = [];
    for (const step of wayWith(ways, by).steps) {
      const first = await take(desk, step, order, { ready: false });
      if (first.ok) continue;
      failed.push(step.does);
      expect(await take(desk, step, order)).toMatchObject({ ok: true });
    }
    expect(failed.filter((does) => /commit|Put/.test(does))).not.toEqual([]);
    expect(failed.filter((does) => /Send|Fetch|Make the/.test(does)).length).toBeGreaterThanOrEqual(2);
    expectArrived(desk, order);
  });

test("pasted at once beside a zip that is not there, the commands make nothing and touch nothing", async (context) => {
  needs(context, "openssl", "unzip", "gh");
  for (const into of ["new", "branch"] as const) {
    const { desk, order, ways } = await deskFor({ forge: "github", site: SITES.github[0], owner: "ada", into });
    rmSync(join(desk.folder, `${NAME}.zip`));
    // The folder itself may be in somebody's repository.
    await desk.type("git init --initial-branch=main .");
    const before = await desk.type("git status --porcelain");
    for (const way of ways) await desk.type(way.steps.map(({ command = "" }) => command).join("\n"));
    const [there] = desk.repositories();
    expect(there?.store.branches() ?? []).toEqual(into === "new" ? [] : ["main"]);
    expect(desk.repositories().length).toBe(into === "new" ? 0 : 1);
    const after = await desk.type(`rm -rf ${NAME}-clone; git status --porcelain; git branch --all`);
    expect(after).toEqual(before);
    expect(order.name).toBe(NAME);
  }
});

test("the commands are those of zsh as well, where it is the shell", async (context) => {
  needs(context, "openssl", "unzip", "zsh");
  const { desk, order, ways } = await deskFor({
    forge: "gitlab",
    site: SITES.gitlab[1],
    owner: "grace",
    into: "branch",
  });
  await follow(desk, wayWith(ways, has("glab") ? "glab" : "git"), order, { shell: "zsh" });
  expectArrived(desk, order);
});

test("a program that cannot be told the address is not offered", () => {
  const titles = (site: string, order: Partial<PushOrder>) =>
    pushCommands({ order: { ...ORDER, ...order }, folder: NAME, site }).map(({ title }) => title);
  const branch = { into: "branch", owner: "ada" } as const;
  expect(titles("https://forge.example.org", branch)).toEqual(["With git and gh", "With git alone"]);
  for (const site of ["http://forge.example.org", "https://forge.example.org:8443", "https://example.org/forge"])
    expect([titles(site, {}), titles(site, { ...branch, forge: "gitlab" })]).toEqual([
      ["With git alone"],
      ["With git alone"],
    ]);
});
