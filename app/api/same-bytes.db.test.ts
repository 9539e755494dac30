import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { FilesDocument } from "#lib/core/api/documents/files.ts";
import { renderDesign } from "#lib/core/api/operations/design.ts";
import { type Answers, answersFile, reasonsNeeded } from "#lib/core/catalog/answers.ts";
import { arbitraryAnswers } from "#lib/core/catalog/arbitrary-answers.ts";
import { ASKED_STAGES } from "#lib/core/catalog/index.ts";
import { ANSWERS_PATH } from "#lib/core/delivery/repository.ts";
import { decide } from "#lib/core/project/decide.ts";
import { reasonsForProceeding } from "#lib/core/project/decide-review.ts";
import { causeOf } from "#lib/core/project/impact.ts";
import { addDrafts } from "#lib/io/db/commands/add-drafts.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { zipBytes } from "#lib/io/delivery/zip.ts";
import { answerReview } from "#lib/wizard/answer-review.ts";
import { good, owner } from "#lib/wizard/approved-project.fixture.ts";
import { changeBy } from "#lib/wizard/caller.ts";
import { approvePlan } from "#lib/wizard/change-plan.ts";
import { confirmStage } from "#lib/wizard/confirm-stage.ts";
import { createProject } from "#lib/wizard/create-project.ts";
import { deliverZip } from "#lib/wizard/deliver-project.ts";
import { readiness } from "#lib/wizard/delivering.ts";
import { grantAgent } from "#lib/wizard/grant-agent.ts";
import { loadGeneration } from "#lib/wizard/load-generation.ts";
import { runReview } from "#lib/wizard/run-review.ts";
import { ask, bearer } from "./agents.fixture.ts";
import { POST } from "./mcp/route.ts";

vi.stubEnv("PLUMBLINE_REQUESTS_PER_MINUTE", "0");

const DESIGNS = 50;
const AT_ONCE = 5;
const execute = promisify(execFile);
const caller = owner("same bytes");
const folder = mkdtempSync(join(tmpdir(), "plumbline-same-"));
const program = join(folder, "plumbline.mjs");
beforeAll(() => execute(process.execPath, ["scripts/build-cli.ts", program]), 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** From the answers through every stage of the journey to a project whose files are accepted as they were drafted. */
async function walked(answers: Answers): Promise<string> {
  const due = ASKED_STAGES.flatMap((stage) => reasonsNeeded(stage, answers)).map(({ path }) => [path, "We chose it."]);
  let state = good(await createProject(caller, { ...answers, reasons: Object.fromEntries(due) }));
  for (const [checkpoint, stages] of [
    [1, ["intake", "architecture"]],
    [2, ["structure", "features"]],
  ] as const) {
    for (const stage of stages) state = good(await confirmStage(caller, state.id, state.version, stage));
    state = good(await runReview(caller, state.id, checkpoint));
    const reasons = Object.fromEntries(
      reasonsForProceeding(state.reviews[checkpoint]!.review).map(({ path }) => [path, "We know, and go on."]),
    );
    state = good(await answerReview(caller, state.id, checkpoint, { kind: "proceed", reasons }));
  }
  state = good(await approvePlan(caller, state.id, state.version));
  // Checked acceptance has tests of its own; without verdicts there is no evidence, in which alone a browser's zip differs.
  const { tasks } = good(await loadGeneration(caller, state.id));
  const drafted = tasks.flatMap((task) =>
    task.draft && task.text !== null ? [{ task, draft: task.draft, text: task.text }] : [],
  );
  good(
    await changeProject(
      changeBy(caller, state.id),
      [],
      (now) =>
        decide(now, {
          type: "accept-tasks",
          tasks: drafted.map(({ task, draft }) => ({
            path: task.path,
            sha256: draft.sha256,
            causeHash: causeOf(task),
            draftNumber: draft.number,
          })),
        }),
      (tx) =>
        addDrafts(
          tx,
          state.id,
          drafted.map(({ task, draft, text }) => ({ path: task.path, text, source: draft.source })),
        ),
    ),
  );
  return state.id;
}

async function overTheWeb(project: string): Promise<Buffer> {
  const { unfinished } = readiness(good(await loadGeneration(caller, project)));
  return buffer(good(await deliverZip(caller, project, unfinished.length)).stream);
}

/** Every file as an agent reads it, packed as a delivery is. */
async function overMcp(project: string): Promise<{ zip: Uint8Array; files: FilesDocument["files"] }> {
  const { token } = good(
    await grantAgent(caller, project, { name: "Reader", days: 1, mayAccept: false, actsAsOwner: false }),
  );
  const client = new Client({ name: "test", version: "1" });
  const served = (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    request.headers.set("host", "localhost:3000");
    return POST(request);
  };
  const address = new URL("http://localhost:3000/api/mcp");
  await client.connect(
    new StreamableHTTPClientTransport(address, { fetch: served, requestInit: { headers: bearer(token) } }),
  );
  const read = async (paths: string[]) =>
    (await client.callTool({ name: "get_files", arguments: { paths } })).structuredContent as FilesDocument;
  const listed = await read([]);
  const { repository_name, files } = await read(listed.files.map(({ path }) => path));
  await client.close();
  const archived = files.map(
    ({ path, mode, text = "" }) => ({ path, text, mode: mode === "0755" ? 0o755 : 0o644 }) as const,
  );
  return { zip: zipBytes(repository_name, archived), files };
}

async function overHttp(answers: string): Promise<Buffer> {
  return Buffer.from(await (await ask(renderDesign, { params: {}, body: answers })).arrayBuffer());
}

/** In a process of its own, by the one file that people install. */
async function byCommand(answers: string, name: string): Promise<Buffer> {
  const [file, zip] = [join(folder, `${name}.json`), join(folder, `${name}.zip`)];
  writeFileSync(file, answers);
  await execute(process.execPath, [program, "render", file, "--zip", zip]);
  return readFileSync(zip);
}

const { seed } = fc.readConfigureGlobal();
const designs = fc.sample(arbitraryAnswers, { numRuns: DESIGNS, ...(seed === undefined ? {} : { seed }) });
const turns = Array.from(
  { length: DESIGNS / AT_ONCE },
  (_, turn) => [turn * AT_ONCE + 1, (turn + 1) * AT_ONCE] as const,
);

test.each(turns)(
  `designs %i to %i of seed ${seed}: web, command, HTTP and MCP give the same bytes`,
  {
    timeout: 600_000,
  },
  async (first, last) => {
    for (const [at, answers] of designs.slice(first - 1, last).entries()) {
      const number = first + at;
      const project = await walked(answers);
      const web = await overTheWeb(project);
      const mcp = await overMcp(project);
      // The delivered answers hold what the journey added: the reasons a person gave.
      const delivered = mcp.files.find(({ path }) => path === ANSWERS_PATH)?.text ?? "";
      expect({ ...JSON.parse(delivered), reasons: null }, `design ${number}`).toEqual({
        ...JSON.parse(answersFile(answers)),
        reasons: null,
      });
      const zips = {
        mcp: mcp.zip,
        http: await overHttp(delivered),
        command: await byCommand(delivered, `design-${number}`),
      };
      for (const [transport, zip] of Object.entries(zips))
        expect(web.equals(zip), `design ${number} over ${transport}`).toBe(true);
    }
  },
);
