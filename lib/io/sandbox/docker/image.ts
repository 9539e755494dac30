import { readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import type Docker from "dockerode";
import type { sandboxEnvironment } from "../../env.ts";
import { contextTar, type ImageContext, imageContext } from "./image-context.ts";
import { turnToBuild } from "./image-turn.ts";

const MADE_FROM = "plumbline.madeFrom";
/** Marks what the first stage leaves behind. */
const STAGE_OF = "plumbline.stageOf";

export interface ImageSettings {
  base: string;
  /** Python package index; the public one when absent. */
  index?: string | undefined;
  /** File with certificates to trust while building. */
  caBundle?: string | undefined;
}

/** The settings as the environment has them. */
export const imageSettings = (environment: ReturnType<typeof sandboxEnvironment>): ImageSettings => ({
  base: environment.PLUMBLINE_SANDBOX_BASE,
  index: environment.PLUMBLINE_PACKAGE_INDEX,
  caBundle: environment.PLUMBLINE_CA_BUNDLE,
});

/** How far the build is. */
export interface ImageProgress {
  percent: number;
  /** "installing Python packages" */
  doing: string;
}

export type ImageResult =
  | { tag: string; built: boolean; reason?: undefined }
  | { tag?: undefined; built?: undefined; reason: string };

/** The validation image if it is there, or why it cannot be used. Never asks a registry. */
export async function findImage(docker: Docker, base: string): Promise<ImageResult | null> {
  const { tag } = imageContext(base);
  const found = await docker
    .getImage(tag)
    .inspect()
    .catch((error: { statusCode?: number }) => {
      if (error.statusCode === 404) return null;
      throw error;
    });
  if (!found) return null;
  if (found.Config.Labels?.[MADE_FROM] === tag) return { tag, built: false };
  return {
    reason: `${tag} is not the image that Plumbline builds under this name. Remove it (docker rmi ${tag}), then run npm run sandbox:build.`,
  };
}

/** The lines of a build, as the engine streams them: one JSON object a line, cut anywhere. */
async function* messages(stream: Readable): AsyncGenerator<{ stream?: string; error?: string }> {
  let rest = "";
  stream.setEncoding("utf8");
  for await (const chunk of stream) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim()) yield JSON.parse(line);
  }
}

/** What to do about a build that failed. */
function hint(error: string, { base }: ImageSettings): string {
  if (/pull access|manifest unknown|not found: manifest|no such host|registry|lookup /i.test(error))
    return ` Is there a way to ${base}? Set PLUMBLINE_SANDBOX_BASE to an image that is there; scripts/containers/make-sandbox-base.sh makes one without a registry.`;
  if (/certificate/i.test(error)) return " Set PLUMBLINE_CA_BUNDLE to the certificates of your network.";
  if (/pip|index|No matching distribution/i.test(error))
    return " Set PLUMBLINE_PACKAGE_INDEX to a Python package index that can be reached.";
  return "";
}

async function build(
  docker: Docker,
  context: ImageContext,
  settings: ImageSettings,
  { onProgress, signal }: BuildOptions,
): Promise<ImageResult> {
  const certificates = settings.caBundle ? readFileSync(settings.caBundle) : Buffer.alloc(0);
  const stream = (await docker.buildImage(
    (await contextTar(context, certificates)) as unknown as NodeJS.ReadableStream,
    {
      t: context.tag,
      labels: { [MADE_FROM]: context.tag },
      buildargs: {
        BASE: settings.base,
        TAG: context.tag,
        ...(settings.index ? { PIP_INDEX_URL: settings.index } : {}),
      },
      forcerm: true,
      ...(signal ? { abortSignal: signal } : {}),
    },
  )) as Readable;
  const tail: string[] = [];
  for await (const { stream: text = "", error } of messages(stream)) {
    if (error) {
      const said = tail.filter((line) => /error/i.test(line)).at(-1) ?? "";
      const why = [error, said].filter(Boolean).join(": ");
      return {
        reason: `The validation image could not be built: ${why}.${hint(`${why} ${tail.join(" ")}`, settings)}`,
      };
    }
    const progress = /^progress (\d+) (.+)$/m.exec(text);
    if (progress) onProgress?.({ percent: Number(progress[1]), doing: progress[2]! });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the engine colours what it passes on.
    if (text.trim()) tail.push(text.replace(/\u001b\[[0-9;]*m/g, "").trim());
    if (tail.length > 20) tail.shift();
  }
  return { tag: context.tag, built: true };
}

export interface BuildOptions {
  onProgress?: ((progress: ImageProgress) => void) | undefined;
  /** Ends the build. */
  signal?: AbortSignal | undefined;
}

/** Makes sure that the validation image is there; what is there is never built again, so that it works offline. */
export async function ensureImage(
  docker: Docker,
  settings: ImageSettings,
  options: BuildOptions = {},
): Promise<ImageResult> {
  const found = await findImage(docker, settings.base);
  if (found) return found;
  let leave: (() => Promise<void>) | null = null;
  try {
    options.onProgress?.({ percent: 0, doing: "waiting for the turn to build" });
    const isThere = async () => (await findImage(docker, settings.base)) !== null;
    const context = imageContext(settings.base);
    leave = await turnToBuild(docker, context.tag, isThere, options.signal);
    if (!leave) return (await findImage(docker, settings.base))!;
    options.onProgress?.({ percent: 1, doing: `getting ${settings.base}` });
    const result = await build(docker, context, settings, options);
    // The first stage would stay behind as an image without a name.
    if (result.tag)
      await docker.pruneImages({ filters: JSON.stringify({ label: [`${STAGE_OF}=${context.tag}`] }) }).catch(() => {});
    return result;
  } catch (error) {
    options.signal?.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    return { reason: `The validation image could not be built: ${why}.${hint(why, settings)}` };
  } finally {
    await leave?.().catch(() => {});
  }
}
