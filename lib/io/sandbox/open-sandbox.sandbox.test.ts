import { afterEach, describe, expect, inject, test } from "vitest";
import { sandboxEnvironment } from "../env.ts";
import { openSandbox, type SandboxState } from "./open-sandbox.ts";

const { base, reason } = inject("sandbox");
const dockerHost = process.env.DOCKER_HOST;
afterEach(() => {
  process.env.DOCKER_HOST = dockerHost ?? "";
});

async function opened(PLUMBLINE_SANDBOX: string, more: Record<string, string> = {}) {
  const states: SandboxState[] = [];
  const environment = sandboxEnvironment({ PLUMBLINE_SANDBOX, ...more });
  const sandbox = openSandbox({ environment, onState: (state) => states.push(state) });
  const first = sandbox.driver().name;
  const settled = await sandbox.settled();
  const serves = sandbox.driver();
  await sandbox.close();
  return { first, states, settled, serves };
}

describe("without an engine", () => {
  test("auto serves the embedded sandbox and says why; docker says that it failed", async () => {
    process.env.DOCKER_HOST = "unix:///nowhere/docker.sock";
    const auto = await opened("auto");
    expect(auto.settled).toMatchObject({ sandbox: "embedded", state: "ready" });
    expect(auto.settled.detail).toMatch(/^No Docker engine answers \(.+\)\.$/);
    const docker = await opened("docker");
    expect(docker.settled).toMatchObject({ sandbox: "docker", state: "failed" });
    expect([auto.serves.name, docker.serves.name]).toEqual(["embedded", "embedded"]);
  });
});

test("the embedded sandbox can be asked for, engine or not", async () => {
  const { settled, states } = await opened("embedded");
  expect(settled).toMatchObject({ sandbox: "embedded", state: "ready" });
  expect(states).toHaveLength(1);
});

test("the embedded sandbox serves until containers are ready, and the verdicts are told apart", async ({ skip }) => {
  if (reason) skip(reason);
  const { first, states, settled, serves } = await opened("auto", { PLUMBLINE_SANDBOX_BASE: base! });
  expect(first).toBe("embedded");
  expect(states.map(({ state }) => state)).toEqual(["building", "ready"]);
  expect(settled).toMatchObject({ sandbox: "docker", state: "ready", detail: "", toolchain: serves.toolchain });
  expect(states[0]!.toolchain).not.toBe(serves.toolchain);
  expect(serves).toMatchObject({ name: "docker", isolation: expect.stringMatching(/^container/) });
});

test("an image that cannot be built is a reason, not a verdict", async ({ skip }) => {
  if (reason) skip(reason);
  const { settled, serves } = await opened("auto", { PLUMBLINE_SANDBOX_BASE: "plumbline-no-such-base:1" });
  expect(settled).toMatchObject({ sandbox: "docker", state: "failed" });
  expect(settled.detail).toContain("plumbline-no-such-base:1");
  expect(serves.name).toBe("embedded");
});
