import { type PushView, pushView } from "#lib/core/view/push-view.ts";
import { canSignIn } from "#lib/io/forge/device-sign-in.ts";
import { forgeSites } from "#lib/io/forge/open-forge.ts";
import { acceptedFiles, deliveryHash, readiness } from "./delivering.ts";
import type { Generation } from "./load-generation.ts";

/** What a push would send now, and where it can go. */
export async function previewPush(generation: Generation): Promise<PushView> {
  const files = await acceptedFiles(generation);
  const { ready, unfinished } = readiness(generation);
  return pushView({
    projectId: generation.state.id,
    name: generation.design.repositoryName,
    paths: ready.length === 0 ? [] : files.map(({ path }) => path),
    ready: ready.length,
    without: unfinished.length,
    sites: forgeSites(),
    signIn: canSignIn(),
    hash: deliveryHash(files),
  });
}
