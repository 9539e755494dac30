import type { SandboxName } from "#lib/core/checks/check.ts";
import type { sandboxEnvironment } from "../env.ts";
import { dockerDriver } from "./docker/docker-driver.ts";
import { type Engine, findDocker, openEngine } from "./docker/engine.ts";
import { ensureImage, type ImageProgress, imageSettings } from "./docker/image.ts";
import type { SandboxDriver } from "./driver.ts";
import { embeddedDriver } from "./embedded-driver.ts";

/** Which sandbox is meant to serve, and how it stands with it. */
export interface SandboxState {
  sandbox: SandboxName;
  /** Until `docker` is ready, and where it failed, the embedded driver serves. */
  state: "ready" | "building" | "failed";
  /** Progress, or why it is not containers, in words; empty when there is nothing to say. */
  detail: string;
  toolchain: string;
}

export interface OpenSandbox {
  /** The one that serves at this moment. */
  driver(): SandboxDriver;
  state(): SandboxState;
  /** Settles as soon as nothing is on its way any more: containers are ready, or it is known why not. */
  settled(): Promise<SandboxState>;
  close(): Promise<void>;
}

export interface SandboxOptions {
  environment: ReturnType<typeof sandboxEnvironment>;
  /** Told of every change. */
  onState?(state: SandboxState): void;
  /** What an operator should know about the engine. */
  onWarning?(warning: string): void;
}

/** How soon it is tried again: an engine that does not answer may just be starting, an image fails for longer. */
const ENGINE_AGAIN_MS = 10_000;
const IMAGE_AGAIN_MS = 300_000;

/**
 * Opens the sandbox that the settings ask for. Returns at once: the image is built in the background, and the embedded
 * driver serves until it is ready. An engine that is not there, or goes away, is asked again.
 */
export function openSandbox({ environment, onState, onWarning }: SandboxOptions): OpenSandbox {
  const wanted = environment.PLUMBLINE_SANDBOX;
  const end = new AbortController();
  let engine: Engine | undefined;
  let docker: SandboxDriver | undefined;
  let timer: NodeJS.Timeout | undefined;
  let state: SandboxState;

  function tell(next: Omit<SandboxState, "toolchain">): void {
    state = { ...next, toolchain: (docker ?? embeddedDriver).toolchain };
    if (!end.signal.aborted) onState?.(state);
  }

  function again(reason: string, sandbox: SandboxName, inMs: number): void {
    // Without an engine the embedded sandbox is what serves here, and nothing has failed.
    tell({ sandbox, state: sandbox === "docker" ? "failed" : "ready", detail: reason });
    if (!end.signal.aborted) timer = setTimeout(attempt, inMs).unref();
  }

  const building = ({ percent, doing }: ImageProgress) =>
    tell({
      sandbox: "docker",
      state: "building",
      detail: `The validation image is being built: ${doing}, ${percent} %.`,
    });

  function alive(now: boolean): void {
    if (now) tell({ sandbox: "docker", state: "ready", detail: "" });
    else tell({ sandbox: "docker", state: "failed", detail: "The container engine does not answer any more." });
  }

  const attempt = (): Promise<void> => open().catch((error: Error) => again(error.message, "docker", ENGINE_AGAIN_MS));

  async function open(): Promise<void> {
    const found = await findDocker();
    if (found.reason !== undefined)
      return again(found.reason, wanted === "docker" ? "docker" : "embedded", ENGINE_AGAIN_MS);
    const image = await ensureImage(found.docker, imageSettings(environment), {
      onProgress: building,
      signal: end.signal,
    });
    if (image.tag === undefined) return again(image.reason, "docker", IMAGE_AGAIN_MS);
    const opened = await openEngine({ image: image.tag, onAlive: alive });
    if (opened.engine === undefined) return again(opened.reason, "docker", ENGINE_AGAIN_MS);
    if (end.signal.aborted) return opened.engine.close();
    engine = opened.engine;
    docker = dockerDriver(engine, image.tag);
    for (const warning of engine.warnings) onWarning?.(warning);
    alive(true);
  }

  if (wanted === "embedded")
    tell({ sandbox: "embedded", state: "ready", detail: "Files are read, and nothing is executed." });
  else tell({ sandbox: "docker", state: "building", detail: "Looking for a container engine." });
  const first = wanted === "embedded" ? Promise.resolve() : attempt();

  return {
    driver: () => (docker && engine?.alive ? docker : embeddedDriver),
    state: () => state,
    settled: () => first.then(() => state),
    async close() {
      end.abort(new Error("The sandbox is being closed."));
      clearTimeout(timer);
      await first;
      await engine?.close();
      await embeddedDriver.close();
    },
  };
}
