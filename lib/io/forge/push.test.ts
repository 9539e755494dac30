import { afterEach, expect, test } from "vitest";
import type { PushOrder } from "#lib/core/delivery/push-order.ts";
import { entryOf } from "./forge.ts";
import { FILES, openWorld, type World } from "./forge-worlds.fixture.ts";
import { unfinishedMark } from "./push.ts";

const worlds: World[] = [];
afterEach(() => Promise.all(worlds.splice(0).map(({ server }) => server.close())));

async function world(forge: PushOrder["forge"] = "github"): Promise<World> {
  const opened = await openWorld(forge);
  worlds.push(opened);
  return opened;
}

const only = (one: World) => {
  const [repository, ...more] = one.repositories();
  expect(more).toEqual([]);
  return repository as NonNullable<typeof repository>;
};
const delivered = new Map(FILES.map((file) => [file.path, entryOf(file)]));
const filesAt = (one: World, branch: string) => {
  const entries = only(one)
    .store.files(branch)
    .filter(({ type }) => type === "blob");
  return new Map(entries.map(({ path, mode, id }) => [path, `${mode} ${id}`]));
};
const problem = async (result: ReturnType<World["push"]>) => {
  const told = await result;
  return told.ok ? "it succeeded" : `${told.error[0]?.path}: ${told.error[0]?.code}`;
};

for (const forge of ["github", "gitlab"] as const) {
  test(`a new repository on ${forge} holds exactly the delivered bytes and modes, and says what it is`, async () => {
    const one = await world(forge);
    const pushed = await one.push();
    expect(pushed).toMatchObject({ ok: true, value: { forge, unchanged: false } });
    expect(filesAt(one, "main")).toEqual(delivered);
    expect(only(one)).toMatchObject({ name: "clinic-booking", description: "Books slots" });
    expect(pushed.ok && pushed.value.commit).toBe(only(one).store.tip("main"));
    expect(only(one).store.ask(["fsck", "--strict"])).not.toBeNull();
  });

  test(`the same push to ${forge} made twice is one repository with one history`, async () => {
    const one = await world(forge);
    await one.push();
    const before = only(one).store.seen();
    expect(await one.push({ key: "another" })).toMatchObject({ ok: true, value: { unchanged: true } });
    expect(only(one).store.seen()).toBe(before);
  });

  test(`a branch on ${forge} keeps what stood there, and its request is opened once`, async () => {
    const one = await world(forge);
    const store = one.add("ada", "clinic-booking");
    const author = { name: "Ada", email: "ada@example.org", date: "2026-01-01T00:00:00Z" };
    const tree = store.tree(null, [
      { path: "README.md", mode: "100755", content: "old" },
      { path: "own.txt", mode: "100644", content: "mine" },
    ]);
    store.moveBranch("main", store.commit({ message: "mine", tree, parents: [], author, committer: author }));
    const main = store.tip("main");
    const order = { into: "branch", owner: "ada" } as const;
    const first = await one.push({ order });
    expect(first).toMatchObject({ ok: true, value: { request: expect.stringContaining("/1") } });
    expect(await one.push({ order })).toMatchObject(first);
    expect(store.tip("main")).toBe(main);
    expect(only(one).requests).toBe(1);
    const { "own.txt": own, ...rest } = Object.fromEntries(filesAt(one, "plumbline/delivery"));
    expect(own).toBe(entryOf({ text: "mine", mode: 0o644 }));
    expect(new Map(Object.entries(rest))).toEqual(delivered);
    store.moveBranch("plumbline/other", main as string);
    expect(await problem(one.push({ order: { ...order, branch: "plumbline/other" } }))).toBe("branch: branch-taken");
    expect(store.tip("plumbline/other")).toBe(main);
  });

  test(`a name that is taken on ${forge}, an empty repository and none at all are refused where they can be mended`, async () => {
    const one = await world(forge);
    const owner = forge === "github" ? "ada" : "grace";
    one.add(owner, "clinic-booking");
    expect(await problem(one.push())).toBe("name: name-taken");
    const told = await one.push();
    expect(told.ok || told.error[0]?.hint).toContain('"clinic-booking-2"');
    const order = { into: "branch", owner } as const;
    expect(await problem(one.push({ order }))).toBe("name: empty-repository");
    expect(await problem(one.push({ order: { ...order, name: "elsewhere" } }))).toBe("name: no-repository");
    expect(only(one).store.isEmpty).toBe(true);
  });

  test(`a token that ${forge} does not accept is told so, and nothing is made`, async () => {
    const one = await world(forge);
    expect(await problem(one.push({ token: "expired" }))).toBe("token: bad-token");
    expect(one.repositories()).toEqual([]);
    expect(one.server.log).toEqual(["GET /user"]);
  });
}

test("an organisation's repository belongs to the organisation; a foreign one is not found", async () => {
  const one = await world();
  expect(await one.push({ order: { owner: "Clinic-Org" } })).toMatchObject({ ok: false });
  expect(await one.push({ order: { owner: "clinic-org" } })).toMatchObject({ ok: true });
  const lab = await world("gitlab");
  expect(await lab.push({ order: { owner: "clinic/platform" } })).toMatchObject({
    ok: true,
    value: { repository: expect.stringContaining("/clinic/platform/clinic-booking") },
  });
});

test("with one commit a task the history on GitHub is the plan's: author, date and message of each", async () => {
  const one = await world();
  await one.push({ order: { history: "tasks" } });
  const log = only(one).store.run(["log", "--reverse", "--format=%an <%ae> %at %s", "main"]).trim().split("\n");
  expect(log).toEqual(
    FILES.map(
      ({ path }, index) => `Ada Byron <583231+ada@users.noreply.github.com> ${1_700_000_000 + index} feat: ${path}`,
    ),
  );
});

test("more files than one request takes arrive in several, in one commit", async () => {
  const one = await world();
  const many = Array.from({ length: 230 }, (_, index) => ({
    path: `src/m${index}.py`,
    text: `x = ${index}\n`,
    mode: 0o644 as const,
  }));
  const files = [...FILES, ...many];
  expect(await one.push({ files })).toMatchObject({ ok: true });
  expect(filesAt(one, "main")).toEqual(new Map(files.map((file) => [file.path, entryOf(file)])));
  expect(one.server.log.filter((line) => line.endsWith("/git/trees")).length).toBe(3);
  expect(only(one).store.run(["rev-list", "--count", "main"]).trim()).toBe("2");
});

test("an unfinished repository is marked as such to everyone and continued only by the push that made it", async () => {
  const one = await world();
  one.server.fault = (_, request) => (request.startsWith("PATCH") ? "drop before" : null);
  expect(await problem(one.push())).toBe("forge: no-answer");
  expect(only(one).description).toBe(unfinishedMark("k1", "ada", "clinic-booking"));
  expect([...filesAt(one, "main").keys()]).toEqual([".plumbline/answers.json"]);
  one.server.fault = () => null;
  expect(await problem(one.push({ key: "somebody else" }))).toBe("name: name-taken");
  expect(await one.push()).toMatchObject({ ok: true });
  expect(filesAt(one, "main")).toEqual(delivered);
});
