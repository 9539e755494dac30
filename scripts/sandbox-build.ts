import { sandboxEnvironment } from "#lib/io/env.ts";
import { findDocker } from "#lib/io/sandbox/docker/engine.ts";
import { ensureImage, imageSettings } from "#lib/io/sandbox/docker/image.ts";

/** Builds the validation image by hand: before the first start, on a machine with a network, for one without. */
const found = await findDocker();
if (found.reason !== undefined) {
  console.error(`${found.reason} Start Docker, or point DOCKER_HOST to an engine.`);
  process.exit(1);
}
const begun = performance.now();
const { tag, built, reason } = await ensureImage(found.docker, imageSettings(sandboxEnvironment()), {
  onProgress: ({ percent, doing }) => console.log(`${String(percent).padStart(3)} %  ${doing}`),
});
if (tag === undefined) {
  console.error(reason);
  process.exit(1);
}
const { Size } = await found.docker.getImage(tag).inspect();
const how = built ? `built in ${((performance.now() - begun) / 1000).toFixed(0)} s` : "already there";
console.log(`${tag}: ${how}, ${(Size / 1e6).toFixed(0)} MB`);
