import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import type { Operation } from "#lib/core/api/operation.ts";
import { operations } from "#lib/core/api/operations/index.ts";
import { disconnect } from "#lib/io/db/client.ts";
import { migrate } from "#lib/io/db/migrate.ts";
import { closeEmbedded } from "#lib/io/sandbox/embedded.ts";
import { addComment } from "#lib/wizard/add-comment.ts";
import { good } from "#lib/wizard/approved-project.fixture.ts";
import { makeLink } from "#lib/wizard/make-link.ts";
import { startPostgres } from "../../../scripts/postgres.ts";
import { ownedProject } from "../../api/agents.fixture.ts";
import { serveRoutes } from "./serve-routes.fixture.ts";

vi.stubEnv("PLUMBLINE_REQUESTS_PER_MINUTE", "0");
vi.stubEnv("LOG_LEVEL", "error");

const { uv = "", reason } = inject("pythonTools");
/** Seconds for which one run may go on making up requests. */
const BUDGET = 60;

const folder = mkdtempSync(join(tmpdir(), "plumbline-contract-"));
let database: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  database = await startPostgres({ folder: join(folder, "postgres"), settings: ["fsync=off"] });
  const url = database.url("plumbline");
  await migrate(url);
  vi.stubEnv("DATABASE_URL", url);
});
afterAll(async () => {
  await closeEmbedded();
  await disconnect();
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * What a description cannot say: which answers go together, that an ETag is known, that a task has been written by now, and
 * that a key names another request by now. Those refusals are right as well.
 */
const CONFIG = `[checks]
positive_data_acceptance.expected-statuses = ["2xx", "304", "404", "409", "412", "422"]
missing_required_header.expected-statuses = ["400", "401", "422", "428"]
`;

/** Lets schemathesis try some operations over real HTTP, in all its phases; gives what it said, where it found something. */
async function faultsIn(tried: readonly Operation[], parameters: object = {}, token = ""): Promise<string> {
  const served = await serveRoutes(tried);
  const config = join(folder, "schemathesis.toml");
  const fixed = Object.entries(parameters).map(([name, value]) => `"path.${name}" = ${JSON.stringify(value)}\n`);
  writeFileSync(config, `${CONFIG}[parameters]\n${fixed.join("")}`);
  const tool = ["tool", "run", "--from", "schemathesis==4.32.5", "schemathesis", "--config-file", config];
  const limits = ["--max-examples", "20", "--max-time", String(BUDGET), "--seed", "1", "--no-color"];
  const header = token ? ["--header", `Authorization: Bearer ${token}`] : [];
  const phases = ["--phases", "examples,coverage,fuzzing,stateful"];
  const child = spawn(uv, [...tool, "run", `${served.url}/openapi.json`, ...phases, ...limits, ...header], {
    cwd: folder,
  });
  const [said, trouble, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((done) => child.once("exit", done)),
  ]);
  served.server.close();
  expect(said, trouble).toMatch(/Tested: \d/);
  return code === 0 ? "" : said;
}

test("schemathesis finds no server error and no broken promise in what needs no account", async ({ skip }) => {
  if (reason) return skip(reason);
  expect(await faultsIn(operations.filter(({ grant }) => !grant))).toBe("");
});

test("nor in what the owner's token of a project opens", async ({ skip }) => {
  if (reason) return skip(reason);
  const mine = await ownedProject("contract");
  const { token } = await mine.grant(true, 7, true);
  const { link } = good(await makeLink(mine.caller, mine.id, { label: "Team", scope: "view", days: 7 }));
  const said = { text: "Which clinics?", about: { anchor: { kind: "general" } } } as const;
  const { id: comment } = good(await addComment(mine.caller, mine.id, { kind: "owner" }, said));
  const ofProject = operations.filter(({ grant }) => grant);
  const named = { project: mine.id, task: "LICENSE", link: link.id, comment };
  expect(await faultsIn(ofProject, named, token)).toBe("");
});
