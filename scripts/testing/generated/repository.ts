import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import type { Answers, PartialAnswers } from "#lib/core/catalog/answers.ts";
import { repositoryFiles } from "#lib/core/delivery/repository.ts";
import { render } from "#lib/wizard/toolbox.ts";

/** A folder for one test file, outside this repository so that no setting of ours reaches what is judged. */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `plumbline-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes the whole repository of a design into a new folder and returns the folder. */
export function writeRepository(folder: string, answers: Answers): string {
  for (const { path, text, mode } of repositoryFiles(render(answers))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode });
  }
  return folder;
}

type Changes = { [Stage in keyof PartialAnswers]?: Partial<NonNullable<PartialAnswers[Stage]>> };

/** Answers with parts of stages replaced; undefined takes an answer away. */
export function changed(base: Answers, changes: Changes): Answers {
  const copy = structuredClone(base) as unknown as Record<string, object>;
  for (const [stage, part] of Object.entries(changes))
    copy[stage] = Object.fromEntries(
      Object.entries({ ...copy[stage], ...(part as object) }).filter(([, value]) => value !== undefined),
    );
  return copy as unknown as Answers;
}
