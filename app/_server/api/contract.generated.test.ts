import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { operations } from "#lib/core/api/operations/index.ts";
import { scratchFolder } from "../../../scripts/testing/generated/repository.ts";
import { serveRoutes } from "./serve-routes.fixture.ts";

vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost:1/none");
vi.stubEnv("PLUMBLINE_REQUESTS_PER_MINUTE", "0");

const { uv = "", reason } = inject("pythonTools");
const folder = scratchFolder("contract");
let served: Awaited<ReturnType<typeof serveRoutes>>;
beforeAll(async () => {
  served = await serveRoutes(operations.filter(({ grant }) => !grant));
});
afterAll(() => served.server.close());

/** No JSON Schema can say which answers go together, or that an ETag is known: those refusals are right as well. */
const CONFIG = '[checks]\npositive_data_acceptance.expected-statuses = ["2xx", "304", "412", "422"]\n';

test("schemathesis finds no server error and no broken promise in the description", async ({ skip }) => {
  if (reason) return skip(reason);
  const config = join(folder, "schemathesis.toml");
  writeFileSync(config, CONFIG);
  const args = ["tool", "run", "--from", "schemathesis==4.32.5", "schemathesis", "--config-file", config];
  const run = ["run", `${served.url}/openapi.json`, "--phases", "examples,coverage,fuzzing", "--max-examples", "20"];
  const child = spawn(uv, [...args, ...run, "--seed", "1", "--no-color"], { cwd: folder });
  const [said, trouble, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((done) => child.once("exit", done)),
  ]);
  expect(code, `${said}\n${trouble}`).toBe(0);
  expect(said).toMatch(/Tested: \d\d/);
});
