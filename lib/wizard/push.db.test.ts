import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { EVIDENCE_PATH, MANIFEST_PATH } from "#lib/core/delivery/repository.ts";
import { db } from "#lib/io/db/client.ts";
import { getLog } from "#lib/io/db/queries/get-project.ts";
import { beginSignIn, signInOf } from "#lib/io/forge/device-sign-in.ts";
import { entryOf } from "#lib/io/forge/forge.ts";
import { HASTY, ORDER } from "#lib/io/forge/forge-worlds.fixture.ts";
import { type GitHubServer, gitHubServer } from "../../scripts/testing/forges/github-server.ts";
import { acceptTasks } from "./accept-tasks.ts";
import { approvedProject, codes, good, owner } from "./approved-project.fixture.ts";
import { acceptedFiles } from "./delivering.ts";
import { loadGeneration } from "./load-generation.ts";
import { pushRepository } from "./push-repository.ts";

const caller = owner("push");
const TOKEN = "github_pat_good";
let github: GitHubServer;
let id: string;
let without: number;

beforeAll(async () => {
  github = await gitHubServer();
  process.env.PLUMBLINE_GITHUB_URL = github.url;
  process.env.PLUMBLINE_GITHUB_CLIENT_ID = "Iv23test";
  id = (await approvedProject(caller)).id;
  const generation = good(await loadGeneration(caller, id));
  const named = ["README.md", "pyproject.toml", ".github/workflows/ci.yml"];
  const chosen = generation.tasks.filter(({ path, draft }) => named.includes(path) && draft);
  const accepted = chosen.map(({ path, draft }) => ({ path, sha256: draft?.sha256 ?? "" }));
  good(await acceptTasks(caller, id, generation.state.version, accepted));
  without = generation.tasks.length - chosen.length;
}, 120_000);
afterAll(() => github.close());

const push = (change: Partial<Parameters<typeof pushRepository>[2]> = {}, by = caller) =>
  pushRepository(by, id, { order: ORDER, without, token: TOKEN, patience: HASTY, ...change }, () => {});

vi.setConfig({ testTimeout: 120_000 });

test("nothing that is not the owner's, not known to be unfinished or not a name reaches the forge", async () => {
  expect(codes(await push({}, owner("stranger")))).toEqual(["not-found"]);
  expect(new Set(codes(await push({ without: 0 })))).toEqual(new Set(["unfinished"]));
  expect(codes(await push({ token: " " }))).toEqual(["no-token"]);
  expect(codes(await push({ token: "a\r\nx-evil: 1" }))).toEqual(["no-token"]);
  for (const name of ["../../other/repo", "a b", ".git", "con", "x.git", "x".repeat(101), "a%2fb", "é", "-x", ""])
    expect([name, codes(await push({ order: { ...ORDER, name } }))]).toEqual([name, ["bad_name"]]);
  for (const host of ["http://[::1]/", "169.254.169.254/", "ada@127.0.0.1", "../..", "a/b"])
    expect(codes(await push({ order: { ...ORDER, owner: host } }))).toEqual(["bad_name"]);
  for (const branch of ['main"; curl x #', "a..b", "refs/heads/x", "x.lock", "/x", "x/", "@{-1}", "-x", ""])
    expect(codes(await push({ order: { ...ORDER, into: "branch", owner: "ada", branch } }))).toEqual(["bad_name"]);
  expect(github.log).toEqual([]);
});

test("two pushes at once are one; what arrives is the delivery, and the log names the place and never the token", async () => {
  const both = await Promise.all([push(), push()]);
  expect(both.flatMap(codes)).toEqual(["under-way"]);
  const [repository, ...more] = [...github.repositories.values()];
  expect(more).toEqual([]);
  const delivered = await acceptedFiles(good(await loadGeneration(caller, id)));
  expect(delivered.map(({ path }) => path)).toContain(MANIFEST_PATH);
  const entries = repository?.store.files("main").filter(({ type }) => type === "blob") ?? [];
  expect(new Map(entries.map(({ path, mode, id: blob }) => [path, `${mode} ${blob}`]))).toEqual(
    new Map(delivered.map((file) => [file.path, entryOf(file)])),
  );
  const [last] = (await getLog(id, caller.ownerHash)).slice(-1);
  expect(last?.event).toMatchObject({
    type: "delivered",
    kind: "push",
    files: delivered.length,
    to: { forge: "github", repository: `${github.url}/ada/clinic-booking`, commit: repository?.store.tip("main") },
  });
  const kept = await db().$queryRaw`SELECT schema_to_xml('public', false, false, '')::text AS everything`;
  expect(JSON.stringify(kept)).not.toContain(TOKEN);
});

test("a sign-in by code is its owner's alone, pushes once, and is forgotten then", async () => {
  const started = good(await beginSignIn(caller.ownerHash));
  expect(started).toMatchObject({ state: "waiting", code: "WDJB-MJHT", url: `${github.url}/login/device` });
  expect(codes(await push({ token: "" }))).toEqual(["no-token"]);
  github.device.state = "granted";
  await expect.poll(() => signInOf(caller.ownerHash)?.state).toBe("granted");
  expect(JSON.stringify(signInOf(caller.ownerHash))).not.toContain(github.device.token);
  expect(codes(await push({ token: "" }, owner("stranger")))).toEqual(["no-token"]);
  good(await push({ token: "" }));
  expect(signInOf(caller.ownerHash)).toBeNull();
  expect(codes(await push({ token: "" }))).toEqual(["no-token"]);
});

test("with the report asked for it goes along, in a branch of its own", async () => {
  const into = { ...ORDER, into: "branch", owner: "ada", branch: "plumbline/report" } as const;
  good(await push({ order: into, report: true }));
  const [repository] = [...github.repositories.values()];
  const added = repository?.store.run(["diff", "--name-only", "main", "plumbline/report"]).trim().split("\n");
  expect(added).toEqual([EVIDENCE_PATH, MANIFEST_PATH, "docs/design-report.md"]);
  expect(repository?.pulls).toMatchObject([{ head: "plumbline/report", base: "main", state: "open" }]);
});

test("a sign-in that the person denies says so and grants nothing", async () => {
  github.device.state = "pending";
  good(await beginSignIn(caller.ownerHash));
  github.device.state = "denied";
  await expect.poll(() => signInOf(caller.ownerHash)?.state).toBe("refused");
  expect(codes(await push({ token: "" }))).toEqual(["no-token"]);
});
