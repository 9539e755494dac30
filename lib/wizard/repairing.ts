import { contractOf } from "#lib/core/blueprint/contract-of.ts";
import { moduleName } from "#lib/core/blueprint/own-imports.ts";
import { compareTexts, type TextComparison } from "#lib/core/compare/compare-texts.ts";
import { INSTEAD_OF_REPAIR, repairsSpent } from "#lib/core/project/decide-repair.ts";
import { MAX_REPAIRS, repairsSoFar } from "#lib/core/repair/attempts.ts";
import { LONGEST_REPAIRED, type Symbols } from "#lib/core/repair/repair.ts";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { repairStatically } from "#lib/io/sandbox/embedded.ts";
import { checkTask, draftText, fileUnderCheck } from "./checking.ts";
import type { Generation } from "./load-generation.ts";

/** A repair as a person is shown it, before anything is kept. */
export interface RepairProposal extends TextComparison {
  path: string;
  /** SHA-256 of the draft it mends, and of what it would make of it: approving binds both. */
  base: string;
  sha256: string;
  text: string;
  /** What was changed, one sentence each. */
  reasons: string[];
  /** Findings of the static checks before and after. */
  before: number;
  after: number;
  /** 1 or 2: which of the repairs in a row this would be. */
  attempt: number;
}

/** Works out the repair of a task's current draft; the same draft gives the same proposal. */
export async function repairOf(generation: Generation, path: string): Promise<Result<RepairProposal>> {
  const checked = await checkTask(generation, path);
  if (!checked.ok) return checked;
  if (!checked.value.outcomes.some(({ status }) => status === "fail"))
    return refuse(path, "nothing-to-repair", `No check of ${path} has failed.`, "There is nothing to repair.");
  const soFar = repairsSoFar(generation.drafts, path);
  if (soFar >= MAX_REPAIRS) return repairsSpent(path);
  const text = (await draftText(generation, path)) as string;
  const found = await repairStatically(fileUnderCheck(generation, path, text), symbolsOf(generation, path));
  const why =
    text.length > LONGEST_REPAIRED
      ? `${path} is longer than the ${LONGEST_REPAIRED / 1024} thousand characters up to which files are repaired.`
      : `What failed in ${path} cannot be mended without a guess.`;
  if (!found) return refuse(path, "no-repair", why, INSTEAD_OF_REPAIR);
  return ok({
    ...found,
    ...compareTexts(path, text, found.text),
    path,
    base: checked.value.sha256,
    sha256: sha256(found.text),
    attempt: soFar + 1,
  });
}

/** What the modules of the plan define by contract; a file imports from others, and never from tests. */
function symbolsOf({ tasks }: Generation, path: string): Symbols {
  const homes = new Map<string, string[]>();
  for (const task of tasks) {
    if (task.path === path || task.status === "removed" || ["tests", "examples", "docs"].includes(task.layer)) continue;
    for (const { name } of contractOf(task)?.items ?? [])
      if (!name.startsWith("_")) homes.set(name, [...(homes.get(name) ?? []), moduleName(task.path)]);
  }
  return Object.fromEntries(homes);
}
