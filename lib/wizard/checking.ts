import { contractOf } from "#lib/core/blueprint/contract-of.ts";
import { moduleName } from "#lib/core/blueprint/own-imports.ts";
import type { FileUnderCheck, Outcome, SandboxName } from "#lib/core/checks/check.ts";
import { awaiting, mergeOutcomes } from "#lib/core/checks/merge.ts";
import { type Verdict, verdict } from "#lib/core/checks/verdict.ts";
import type { Toolchains } from "#lib/core/delivery/evidence.ts";
import { err, ok, type Result } from "#lib/core/result.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { db } from "#lib/io/db/client.ts";
import { json } from "#lib/io/db/commands/change-project.ts";
import { findVerdicts } from "#lib/io/db/queries/find-verdicts.ts";
import { checkStatically } from "#lib/io/sandbox/embedded.ts";
import { EMBEDDED_TOOLCHAIN } from "#lib/io/sandbox/embedded-driver.ts";
import { type Generation, standingText } from "./load-generation.ts";
import { type Contained, containedVerdicts } from "./proved.ts";

export interface CheckedDraft {
  path: string;
  sha256: string;
  outcomes: Outcome[];
  verdict: Verdict;
  /** Which sandbox spoke last: a container where there was one. */
  sandbox: SandboxName;
  /** Which tools spoke in each sandbox. */
  toolchains: Toolchains;
}

/** The verdicts that are remembered for the current drafts of a plan, by path; nothing is run. */
export async function rememberedVerdicts(generation: Generation): Promise<Map<string, CheckedDraft>> {
  const asked = generation.tasks.flatMap(({ path, draft }) => (draft ? [{ path, sha256: draft.sha256 }] : []));
  const [rows, contained] = await Promise.all([
    findVerdicts(
      asked.map((one) => one.sha256),
      "static",
      EMBEDDED_TOOLCHAIN,
    ),
    containedVerdicts(generation),
  ]);
  const known = new Map(rows.map((row) => [`${row.sha256}\n${row.path}\n${row.context}`, row.outcomes]));
  return new Map(
    asked.flatMap(({ path, sha256: hash }) => {
      const read = known.get(`${hash}\n${path}\n${contextIn(generation, path)}`) ?? null;
      const checked = judged(path, hash, read, contained(path));
      return checked ? [[path, checked] as const] : [];
    }),
  );
}

/** One verdict from what the reader and a container found; null while neither has. */
function judged(path: string, hash: string, read: Outcome[] | null, contained: Contained): CheckedDraft | null {
  const proved = contained && "outcomes" in contained ? contained.outcomes : null;
  if (!read && !proved) return null;
  const merged = read && proved ? mergeOutcomes(path, read, proved) : ((proved ?? read) as Outcome[]);
  const outcomes = contained && "pending" in contained ? awaiting(merged, contained.pending) : merged;
  const toolchains = {
    ...(read ? { embedded: EMBEDDED_TOOLCHAIN } : {}),
    ...(contained && "outcomes" in contained ? { docker: contained.toolchain } : {}),
  };
  const sandbox = proved ? "docker" : "embedded";
  return { path, sha256: hash, outcomes, verdict: verdict(outcomes), sandbox, toolchains };
}

const contexts = new WeakMap<Generation["blueprint"], Map<string, string>>();

/** The context of a path in a plan; computed once for each rendered design and list of files. */
function contextIn(generation: Generation, path: string): string {
  const { blueprint, state } = generation;
  const known = contexts.get(blueprint) ?? new Map<string, string>();
  contexts.set(blueprint, known);
  const key = `${path}\n${JSON.stringify([state.plan.removed, state.plan.added, generation.pyproject])}`;
  const found = known.get(key) ?? contextOf(fileUnderCheck(generation, path, ""));
  known.set(key, found);
  return found;
}

/** SHA-256 of whatever else a verdict depends on besides the text. */
function contextOf({ text: _, ...rest }: FileUnderCheck): string {
  return sha256(JSON.stringify(rest));
}

/** Checks the current draft of one task. */
export async function checkTask(generation: Generation, path: string): Promise<Result<CheckedDraft>> {
  const task = generation.tasks.find((one) => one.path === path);
  if (!task?.draft)
    return err([
      {
        path,
        code: "no-draft",
        message: `${path} has no content yet.`,
        hint: "Paste what an agent wrote, or write it here.",
      },
    ]);
  const text = await draftText(generation, path);
  if (text === null) return err([{ path, code: "no-draft", message: `The content of ${path} is missing.` }]);
  const [read, contained] = await Promise.all([
    outcomesOf(fileUnderCheck(generation, path, text), task.draft.sha256),
    containedVerdicts(generation),
  ]);
  return ok(judged(path, task.draft.sha256, read, contained(path)) as CheckedDraft);
}

/** The text of a task's current draft; null when it has none. */
export const draftText = ({ tasks }: Generation, path: string): Promise<string | null> =>
  standingText(tasks.find((one) => one.path === path));

/** What the checks are told about a text that would stand at a path of this plan. */
export function fileUnderCheck(generation: Generation, path: string, text: string): FileUnderCheck {
  const task = generation.tasks.find((one) => one.path === path);
  return {
    path,
    text,
    layer: task?.layer ?? "none",
    floorMinor: generation.design.floor.minor,
    packageName: generation.design.packageName,
    contract: task ? contractOf(task) : null,
    pyproject: generation.pyproject,
    modules: generation.tasks
      .filter((one) => one.path.endsWith(".py") && one.status !== "removed")
      .map((one) => moduleName(one.path)),
    paths: generation.tasks.filter(({ status }) => status !== "removed").map((one) => one.path),
  };
}

async function outcomesOf(file: FileUnderCheck, hash: string): Promise<Outcome[]> {
  const key = {
    sha256: hash,
    path: file.path,
    check: "static",
    context: contextOf(file),
    toolchain: EMBEDDED_TOOLCHAIN,
  };
  const known = await db().checkRun.findUnique({ where: { sha256_path_check_context_toolchain: key } });
  if (known) return known.outcome as unknown as Outcome[];
  const outcomes = await checkStatically(file);
  // A busy machine may be the reason for a time limit: the same text is read again when it is asked for again.
  const conclusive = !outcomes.some(
    ({ ended, findings }) => ended === "time limit" || findings.some(({ code }) => code === "sandbox-start"),
  );
  if (conclusive) await db().checkRun.createMany({ data: [{ ...key, outcome: json(outcomes) }], skipDuplicates: true });
  return outcomes;
}
