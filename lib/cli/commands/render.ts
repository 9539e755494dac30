import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { type DeliveredFile, repositoryFiles } from "#lib/core/delivery/repository.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { BadInput, EXIT, type ExitCode, json, talk } from "../output.ts";
import { readAnswers } from "../read-answers.ts";

/** Writes the whole repository of a design into an empty folder or a zip; refuses a folder that holds anything. */
export async function run(file: string, options: Record<string, string | boolean | undefined>): Promise<ExitCode> {
  const { out, zip } = options as { out?: string; zip?: string };
  if ((out === undefined) === (zip === undefined))
    throw new BadInput([
      {
        path: "--out",
        code: "missing",
        message: "Say where the repository goes.",
        hint: "Use either --out DIR or --zip FILE.",
      },
    ]);
  const rendered = render(readAnswers(file));
  const files = repositoryFiles(rendered);
  if (out !== undefined) writeFolder(resolve(out), files);
  if (zip !== undefined) await writeZip(resolve(zip), rendered.design.repositoryName, files);
  for (const { message } of rendered.blueprint.gaps) talk(message);
  const missing = rendered.blueprint.tasks.filter(({ text }) => text === null).map(({ path }) => path);
  if (missing.length > 0)
    talk(`${missing.length} planned files have no built-in draft and are not there: ${missing.join(", ")}.`);
  talk(`Wrote ${files.length} files to ${out ?? zip}.`);
  if (options.json) json({ files: files.map(({ path }) => path), missing, gaps: rendered.blueprint.gaps });
  return EXIT.done;
}

function writeFolder(folder: string, files: readonly DeliveredFile[]): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new BadInput([
      {
        path: folder,
        code: "not-empty",
        message: "The folder is not empty; nothing was written.",
        hint: "Name a new or an empty folder.",
      },
    ]);
  for (const { path, text, mode } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { mode, flag: "wx" });
  }
}

async function writeZip(target: string, name: string, files: readonly DeliveredFile[]): Promise<void> {
  const { zipStream } = await import("#lib/io/delivery/zip.ts");
  if (existsSync(target))
    throw new BadInput([
      {
        path: target,
        code: "exists",
        message: "The file exists already; nothing was written.",
        hint: "Name another file, or remove this one.",
      },
    ]);
  try {
    await pipeline(zipStream(name, files), createWriteStream(target, { flags: "wx" }));
  } catch (cause) {
    rmSync(target, { force: true });
    throw cause;
  }
}
