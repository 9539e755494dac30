import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import type Docker from "dockerode";
import type { TestProject } from "vitest/node";
import { sandboxEnvironment } from "#lib/io/env.ts";
import { findDocker } from "#lib/io/sandbox/docker/engine.ts";
import { ensureImage, imageSettings } from "#lib/io/sandbox/docker/image.ts";

export type SandboxForTests =
  | { image: string; base: string; reason?: undefined }
  | { image?: undefined; base?: undefined; reason: string };

declare module "vitest" {
  export interface ProvidedContext {
    /** The validation image, or why there is none; a test without it skips with that reason. */
    sandbox: SandboxForTests;
  }
}

const ROOT = resolve(import.meta.dirname, "../..");

/** Made by our script where no registry is reached. */
const OWN_BASE = "plumbline-python:trixie";

const isThere = (docker: Docker, name: string): Promise<boolean> =>
  docker
    .getImage(name)
    .inspect()
    .then(
      () => true,
      () => false,
    );

/** Asks the engine to fetch an image; false where no registry answers soon. */
async function pulled(docker: Docker, name: string): Promise<boolean> {
  try {
    const stream = await docker.pull(name, { abortSignal: AbortSignal.timeout(20_000) });
    await new Promise<void>((done, fail) =>
      docker.modem.followProgress(stream, (error: Error | null) => (error ? fail(error) : done())),
    );
    return true;
  } catch {
    return false;
  }
}

/** The base that is set, that is there, that can be fetched, or one of our own making. */
async function findBase(docker: Docker): Promise<string | { reason: string }> {
  const asked = sandboxEnvironment().PLUMBLINE_SANDBOX_BASE;
  if (process.env.PLUMBLINE_SANDBOX_BASE || (await isThere(docker, asked))) return asked;
  if (await isThere(docker, OWN_BASE)) return OWN_BASE;
  if (await pulled(docker, asked)) return asked;
  console.log(`No registry gives ${asked}; making a base with debootstrap.`);
  const made = spawnSync("sh", [join(ROOT, "scripts/containers/make-sandbox-base.sh"), OWN_BASE], { encoding: "utf8" });
  if (made.status === 0) return OWN_BASE;
  const why = made.stderr.trim().split("\n").at(-1);
  return { reason: `Docker has no ${asked}, no registry gives it, and debootstrap could not make another: ${why}` };
}

/** The validation image for tests, built if need be, and its base; or why there is none. */
export async function prepareSandbox(): Promise<SandboxForTests> {
  const found = await findDocker();
  if (found.reason !== undefined) return found;
  const base = await findBase(found.docker);
  if (typeof base !== "string") return base;
  const image = await ensureImage(
    found.docker,
    { ...imageSettings(sandboxEnvironment()), base },
    { onProgress: ({ percent, doing }) => console.log(`Validation image: ${doing}, ${percent} %`) },
  );
  return image.tag ? { image: image.tag, base } : { reason: `Docker: ${image.reason}` };
}

/** Makes the validation image ready once, before the first test of the suite `sandbox`. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide("sandbox", await prepareSandbox());
}
