import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { freePort } from "../../../scripts/ports.ts";
import { ended, succeeds } from "../../../scripts/testing/generated/commands.ts";
import { realPostgres } from "../../../scripts/testing/generated/postgres.ts";
import { findPython, personEnvironment } from "../../../scripts/testing/generated/python.ts";
import { scratchFolder, writeRepository } from "../../../scripts/testing/generated/repository.ts";
import { serviceAnswers } from "../blueprint/documents/designs.fixture.ts";

const { uv = "", reason } = inject("pythonTools");
const found = reason ? { reason } : findPython(uv, serviceAnswers.intake.python_version);
const why = "reason" in found ? found.reason : undefined;

beforeEach(({ skip }) => {
  if (why) skip(why);
});

// The processes that the five managers start run the same code, so one manager is enough here.
describe("a service installed by uv", () => {
  const folder = scratchFolder("service");
  const databases = realPostgres();
  const python = join(folder, ".venv/bin/python");
  let server: ChildProcess;
  let base: string;
  let database: string;
  let env: NodeJS.ProcessEnv;

  const cli = (...args: string[]) => succeeds([python, "-m", "clinic_booking", ...args], { cwd: folder, env });
  const send = (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
    fetch(`${base}${path}`, {
      method,
      headers: {
        authorization: "Bearer local-development-key",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const appointment = (reference: string) => ({ reference, starts_at: "2030-01-01T09:00:00Z" });
  const tables = async () =>
    (
      await databases.rows(database, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
    ).map(({ table_name: name }) => name);

  beforeAll(async () => {
    if (why) return;
    writeRepository(folder, serviceAnswers);
    await succeeds([uv, "sync", "--quiet"], {
      cwd: folder,
      env: personEnvironment(uv, (found as { python: string }).python),
    });
    database = await databases.create();
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    await succeeds(["cp", ".env.example", ".env"], { cwd: folder });
    env = {
      ...personEnvironment(uv),
      CLINIC_BOOKING_DATABASE__URL: database,
      CLINIC_BOOKING_HTTP__PORT: String(port),
      CLINIC_BOOKING_HTTP__DRAIN_SECONDS: "2",
      CLINIC_BOOKING_LOG__FORMAT: "json",
    };
    await cli("migrate");
    server = spawn(python, ["-m", "clinic_booking", "serve"], {
      cwd: folder,
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    await vi.waitFor(async () => expect((await send("GET", "/health/ready")).status).toBe(200), { timeout: 60_000 });
  });
  afterAll(() => {
    if (server?.exitCode === null) server.kill("SIGKILL");
  });

  test("creates, reads, changes and moves a resource over HTTP", async () => {
    const made = await send("POST", "/v1/appointments", {}, appointment("first"));
    expect(made.status).toBe(201);
    const address = made.headers.get("location") ?? "";
    const read = await send("GET", address);
    expect([read.status, read.headers.get("etag")]).toEqual([200, made.headers.get("etag")]);
    expect(await read.json()).toMatchObject({ reference: "first", starts_at: "2030-01-01T09:00:00Z", state: "held" });
    const change = { starts_at: "2030-01-02T09:00:00Z" };
    const based = { "if-match": made.headers.get("etag") ?? "" };
    const patched = await send("PATCH", address, based, change);
    expect([patched.status, (await patched.json()).starts_at]).toEqual([200, "2030-01-02T09:00:00Z"]);
    const move = async (name: string) => {
      const moved = await send("POST", `${address}/${name}`);
      const { state, version } = (await moved.json()) as { state?: string; version?: number };
      return [moved.status, state, version];
    };
    expect(await move("confirm")).toEqual([200, "confirmed", 3]);
    // A move that has already happened changes nothing (python-standard 0.4); one that nobody declared is refused.
    expect(await move("confirm")).toEqual([200, "confirmed", 3]);
    expect(await move("cancel")).toEqual([200, "cancelled", 4]);
    expect((await move("confirm"))[0]).toBe(409);
  });

  test("refuses a change based on an old version, and one that names no version", async () => {
    const made = await send("POST", "/v1/appointments", {}, appointment("stale"));
    const address = made.headers.get("location") ?? "";
    const old = { "if-match": made.headers.get("etag") ?? "" };
    const change = (starts_at: string, headers = old) => send("PATCH", address, headers, { starts_at });
    expect((await change("2030-02-01T09:00:00Z")).status).toBe(200);
    const refused = await change("2030-03-01T09:00:00Z");
    expect([refused.status, refused.headers.get("content-type")]).toEqual([412, "application/problem+json"]);
    expect((await send("PATCH", address, {}, { starts_at: "2030-03-01T09:00:00Z" })).status).toBe(428);
    expect((await (await send("GET", address)).json()).starts_at).toBe("2030-02-01T09:00:00Z");
  });

  test("makes one row of a request that is repeated with its key, also at the same time", async () => {
    const key = { "idempotency-key": "the-same-key-for-all" };
    const all = await Promise.all(
      Array.from({ length: 5 }, () => send("POST", "/v1/appointments", key, appointment("once"))),
    );
    const again = await send("POST", "/v1/appointments", key, appointment("once"));
    expect(again.status).toBe(201);
    const ids = new Set<string>();
    for (const answer of [...all, again]) {
      expect([201, 409]).toContain(answer.status);
      if (answer.status === 201) ids.add((await answer.json()).id);
    }
    expect(ids.size).toBe(1);
    expect((await send("POST", "/v1/appointments", key, appointment("other"))).status).toBe(422);
    expect(
      await databases.rows(database, "SELECT count(*)::int AS n FROM appointments WHERE reference = 'once'"),
    ).toEqual([{ n: 1 }]);
  });

  test("asks for a key, and for a body that follows the rules", async () => {
    expect((await send("GET", "/v1/appointments", { authorization: "Bearer wrong" })).status).toBe(401);
    const refused = await send("POST", "/v1/appointments", {}, { reference: "x".repeat(41), starts_at: "yesterday" });
    expect([refused.status, refused.headers.get("content-type")]).toEqual([422, "application/problem+json"]);
    expect((await send("POST", "/v1/appointments", {}, appointment("first"))).status).toBe(409);
  });

  test("turns readiness off on SIGTERM, still answers for a while and then leaves", async () => {
    const left = new Promise<string>((done) => server.once("exit", (code, signal) => done(`${signal ?? code}`)));
    const told = Date.now();
    server.kill("SIGTERM");
    await expect
      .poll(
        () =>
          send("GET", "/health/ready").then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 1_900, interval: 50 },
      )
      .toBe(503);
    expect((await send("GET", "/v1/appointments")).status).toBe(200);
    // uvicorn raises the signal again once everything is closed, so that whoever sent it sees that it was obeyed.
    expect(["0", "SIGTERM"]).toContain(await left);
    expect(Date.now() - told).toBeGreaterThan(1_900);
  });

  test("migrates down to nothing and up again", async () => {
    expect(await tables()).toContain("appointments");
    await cli("migrate", "--check");
    await cli("migrate", "--down-to", "base");
    expect(await tables()).toEqual(["alembic_version"]);
    await cli("migrate");
    expect(await tables()).toContain("appointments");
  });

  test("names every bad setting at once, and no secret", async () => {
    const bad = { ...env, CLINIC_BOOKING_HTTP__PORT: "many", CLINIC_BOOKING_LOG__LEVEL: "LOUD" };
    const { code, output } = await ended([python, "-m", "clinic_booking", "check-config"], { cwd: folder, env: bad });
    expect(code).toBe(2);
    expect(output).toContain("CLINIC_BOOKING_HTTP__PORT");
    expect(output).toContain("CLINIC_BOOKING_LOG__LEVEL");
    expect(output).not.toContain(new URL(database.replace("+asyncpg", "")).password);
  });
});
