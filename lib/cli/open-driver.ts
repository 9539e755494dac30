import { sandboxEnvironment } from "#lib/io/env.ts";
import type { SandboxDriver } from "#lib/io/sandbox/driver.ts";
import { embeddedDriver } from "#lib/io/sandbox/embedded-driver.ts";
import { CannotRun, talk } from "./output.ts";

/**
 * The sandbox a person named, or that of the settings. `docker` builds its image when it is not there; `auto` takes
 * Docker only where the image is ready, and says so when it is not.
 */
export async function openDriver(named: string | undefined): Promise<SandboxDriver> {
  const wanted = named ?? sandboxEnvironment().PLUMBLINE_SANDBOX;
  if (wanted === "embedded") return embeddedDriver;
  const opened = await openDocker(wanted === "docker");
  if ("driver" in opened) return opened.driver;
  if (wanted === "docker") {
    const hint = "Without Docker, --sandbox embedded reads the files and runs none of them.";
    throw new CannotRun({ path: "--sandbox docker", code: "no-docker", message: opened.reason, hint });
  }
  talk(`${opened.reason} The embedded sandbox reads the files and runs none of them.`);
  return embeddedDriver;
}

/** Loaded only here: no other command needs a client for Docker. */
async function openDocker(build: boolean): Promise<{ driver: SandboxDriver } | { reason: string }> {
  const [{ findDocker, openEngine }, { ensureImage, findImage, imageSettings }, { dockerDriver }] = await Promise.all([
    import("#lib/io/sandbox/docker/engine.ts"),
    import("#lib/io/sandbox/docker/image.ts"),
    import("#lib/io/sandbox/docker/docker-driver.ts"),
  ]);
  const found = await findDocker();
  if (found.reason !== undefined) return found;
  const settings = imageSettings(sandboxEnvironment());
  const onProgress = ({ percent, doing }: { percent: number; doing: string }) =>
    talk(`Building the validation image, ${percent} %: ${doing}`);
  const image = build
    ? await ensureImage(found.docker, settings, { onProgress })
    : await findImage(found.docker, settings.base);
  if (!image) return { reason: "The validation image is not built yet; --sandbox docker builds it." };
  if (image.tag === undefined) return { reason: image.reason };
  const opened = await openEngine({ image: image.tag });
  return opened.engine ? { driver: dockerDriver(opened.engine, image.tag) } : { reason: opened.reason };
}
