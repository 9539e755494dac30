import { resolve } from "node:path";
import { readSignature } from "#lib/core/delivery/commits.ts";
import type { Extras } from "#lib/core/delivery/extras.ts";
import { commitsOf, designFiles, packed } from "#lib/wizard/packing.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { BadInput, EXIT, type ExitCode, json, talk } from "../output.ts";
import { readAnswers } from "../read-answers.ts";
import { streamZip, writeFolder, writeZip } from "../write-repository.ts";

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
  if (zip === "-" && (options.json || process.stdout.isTTY))
    throw new BadInput([
      {
        path: "--zip",
        code: "not-for-eyes",
        message: options.json
          ? "The zip and the JSON cannot both go to standard output."
          : "A terminal cannot show a zip.",
        hint: "Name a file, or send standard output into one alone.",
      },
    ]);
  const extras = extrasOf(options);
  const rendered = render(readAnswers(file));
  const files = designFiles(rendered, extras);
  const { tasks } = rendered.blueprint;
  const all = await packed(files, extras.history ? commitsOf({ ...rendered, tasks }, files, extras) : null);
  if (out !== undefined) writeFolder(resolve(out), all);
  if (zip === "-") await streamZip(rendered.design.repositoryName, all);
  else if (zip !== undefined) await writeZip(resolve(zip), rendered.design.repositoryName, all);
  for (const { message } of rendered.blueprint.gaps) talk(message);
  const missing = tasks.filter(({ text }) => text === null).map(({ path }) => path);
  if (missing.length > 0)
    talk(`${missing.length} planned files have no built-in draft and are not there: ${missing.join(", ")}.`);
  talk(
    `Wrote ${files.length} files${extras.history ? " and their git history" : ""} to ${out ?? (zip === "-" ? "standard output" : zip)}.`,
  );
  if (options.json) json({ files: files.map(({ path }) => path), missing, gaps: rendered.blueprint.gaps });
  return EXIT.done;
}

function extrasOf({ git, author, report }: Record<string, string | boolean | undefined>): Extras {
  const asked = { history: git === true, report: report === true };
  if (typeof author !== "string") return asked;
  if (git !== true)
    throw new BadInput([
      {
        path: "--author",
        code: "without-history",
        message: "There is nothing to sign without a history.",
        hint: "Add --git, or leave --author out.",
      },
    ]);
  return { ...asked, author: readSignature(author) };
}
