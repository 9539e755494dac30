import { resolve } from "node:path";
import { verifyRepository } from "#lib/wizard/verify-repository.ts";
import { BadInput, data, EXIT, type ExitCode, json, problemLine } from "../output.ts";

const ANSWERS = {
  same: "",
  changed: "changed  .plumbline/answers.json (no longer the answers that this repository was rendered from)",
  missing: "missing  .plumbline/answers.json",
};

const EVIDENCE = {
  none: "No evidence file: nothing says which checks ran on this repository.",
  same: "The evidence is about these files.",
  "other-manifest": "The evidence belongs to another manifest; it says nothing about these files.",
  "other-content": "The evidence is about other contents of some files; it says nothing about those.",
};

/** Compares a delivered repository with its manifest; exit code 1 when something differs. */
export async function run(folder: string, options: Record<string, string | boolean | undefined>): Promise<ExitCode> {
  const compared = verifyRepository(resolve(folder));
  if (!compared.ok) throw new BadInput(compared.error);
  const { changed, missing, added, answers, evidence, unproved, unread, files } = compared.value;
  const same = compared.value.same && unread.length === 0;
  if (options.json) {
    json({ ...compared.value, same });
    return same ? EXIT.done : EXIT.findings;
  }
  for (const path of changed) data(`changed  ${path}`);
  for (const path of missing) data(`missing  ${path}`);
  for (const path of added) data(`added    ${path}`);
  for (const problem of unread) data(`unread   ${problemLine(problem)}`);
  if (ANSWERS[answers]) data(ANSWERS[answers]);
  data(EVIDENCE[evidence]);
  if (unproved.length > 0) data(`Without evidence as they stand: ${unproved.join(", ")}.`);
  data(same ? `All ${files} files stand as they were delivered.` : "The repository differs from what was delivered.");
  return same ? EXIT.done : EXIT.findings;
}
