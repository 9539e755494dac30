import { z } from "zod";
import type { Blueprint } from "../blueprint/blueprint.ts";
import { subPrompt } from "../blueprint/sub-prompt.ts";
import { CHECK_IDS, SANDBOXES } from "../checks/check.ts";
import { coverageSchema } from "../checks/coverage.ts";
import { verdict } from "../checks/verdict.ts";
import { compareManifest, type ManifestComparison, type StandingFile } from "../delivery/compare-manifest.ts";
import { ANSWERS_PATH, EVIDENCE_PATH, MANIFEST_PATH } from "../delivery/repository.ts";
import type { Design } from "../design/design.ts";
import type { Draft } from "../project/drafts.ts";
import { emptyState } from "../project/evolve.ts";
import { causeOf } from "../project/impact.ts";
import { plannedTasks } from "../project/plan.ts";
import type { Actor, TaskState } from "../project/state.ts";
import { ok, type Result, refuse } from "../result.ts";
import { REPORT_ARTIFACT } from "./in-repository.ts";
import { reportOf } from "./report-of.ts";
import type { Report } from "./schema.ts";

const count = z.number().int().min(0);

/** What the report reads of the evidence; a newer one may say more. */
const evidenceSchema = z.object({
  coverage: coverageSchema.optional(),
  files: z.array(
    z.object({
      path: z.string(),
      sha256: z.string(),
      accepted: z
        .object({ by: z.enum(["owner", "reviewer", "agent", "system"]), acknowledgement: z.string().optional() })
        .optional(),
      checks: z.array(
        z.object({
          check: z.enum(CHECK_IDS),
          status: z.enum(["pass", "partial", "fail", "skipped", "pending"]),
          tool: z.string(),
          sandbox: z.enum(SANDBOXES).optional(),
          reason: z.string().optional(),
          counts: z.object({ passed: count, failed: count, skipped: count }).optional(),
          findings: z
            .array(
              z.object({
                code: z.string(),
                message: z.string(),
                mend: z.string().optional(),
                line: count.optional(),
                severity: z.enum(["critical", "blocking", "advisory"]).optional(),
              }),
            )
            .default([]),
        }),
      ),
    }),
  ),
});

const manifestSchema = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      sha256: z.string(),
      artifact: z.string(),
      source: z.enum(["template", "edit", "agent", "repair", "paste"]),
    }),
  ),
  missing: z.array(z.object({ path: z.string(), reason: z.string() })).default([]),
});

interface Input {
  design: Design;
  blueprint: Blueprint;
  /** Every file of the repository as it stands, `.plumbline/` included. */
  standing: readonly StandingFile[];
}

/**
 * The report of a repository that was delivered, out of what it says about itself: answers, manifest, evidence. Who
 * decided what and when is not in it; what a check found counts only for the very bytes it was about.
 */
export function deliveredReport({ design, blueprint, standing }: Input): Result<Report> {
  const compared = compareManifest(standing);
  if (!compared.ok) return compared;
  const here = new Map(standing.map((file) => [file.path, file]));
  const manifest = read(here.get(MANIFEST_PATH), manifestSchema);
  const evidence = here.has(EVIDENCE_PATH) ? read(here.get(EVIDENCE_PATH), evidenceSchema) : null;
  if (manifest === null || (evidence === null && here.has(EVIDENCE_PATH)))
    return refuse(
      manifest === null ? MANIFEST_PATH : EVIDENCE_PATH,
      "malformed",
      "It is not what Plumbline writes.",
      "Restore it from the delivery.",
    );
  const proved = (evidence?.files ?? []).filter(({ path, sha256 }) => here.get(path)?.sha256 === sha256);
  const causes = new Map(blueprint.tasks.map((task) => [task.path, causeOf(task)]));
  const { reasons = {}, ...stages } = design.answers;
  const empty = emptyState("delivered");
  const added = manifest.files.filter(({ path, artifact }) => !causes.has(path) && artifact !== REPORT_ARTIFACT);
  const state = {
    ...empty,
    answers: stages,
    reasons,
    plan: { ...empty.plan, added: added.map(({ path }) => ({ path, purpose: "Added to the plan by hand" })) },
    tasks: Object.fromEntries(
      proved.flatMap(({ path, sha256, accepted }): [string, TaskState][] => {
        const causeHash = causes.get(path) ?? `gap:${path}`;
        return accepted ? [[path, { ...acceptance(accepted), acceptedSha: sha256, causeHash }]] : [];
      }),
    ),
  };
  const sources = new Map(manifest.files.map((file) => [`${file.path}\n${file.sha256}`, file.source]));
  const drafts = standing.map(
    ({ path, sha256 }): Draft => ({
      path,
      number: 1,
      sha256,
      source: sources.get(`${path}\n${sha256}`) ?? "edit",
      reason: "",
      createdAt: "",
    }),
  );
  const left = new Map(manifest.missing.map(({ path, reason }) => [path, reason]));
  const tasks = plannedTasks(state, blueprint.tasks).map((task) => {
    const gap = here.has(task.path) ? task.gap : (left.get(task.path) ?? "It is not in the repository.");
    return { ...task, draft: null, ...(gap === undefined ? {} : { gap }) };
  });
  return ok(
    reportOf({
      design,
      state,
      tasks,
      texts: new Map(standing.flatMap(({ path, text }) => (text === null ? [] : [[path, text]]))),
      verdicts: new Map(
        proved.map(({ path, sha256, checks }) => [path, { sha256, outcomes: checks, verdict: verdict(checks) }]),
      ),
      coverage: evidence?.coverage && !compared.value.same ? OTHER_FILES : evidence?.coverage,
      drafts,
      log: [],
      outstanding: differences(compared.value),
      prompt: (task) => subPrompt({ design, task, tasks }),
      at: null,
    }),
  );
}

/** The figure is about all files together: it holds for none of them alone. */
const OTHER_FILES = { reason: "The files are not all as they were when it was measured. Run plumbline validate." };

const acceptance = ({ by, acknowledgement }: { by: Actor["kind"]; acknowledgement?: string | undefined }) => ({
  status: "accepted" as const,
  by: { kind: by, name: "" },
  ...(acknowledgement === undefined ? {} : { acknowledgement }),
});

function differences({ changed, missing, added, answers, evidence }: ManifestComparison): Report["outstanding"] {
  const found: [string, string, string[]][] = [
    ["Files changed since the delivery", "Prove them again: plumbline validate.", changed],
    ["Files that were delivered and are gone", "Restore them, or render the repository anew.", missing],
    ["Files that the delivery did not have", "Nothing is known about them; prove them: plumbline validate.", added],
    [
      "Answers that are not those of the delivery",
      "Restore them, or render the repository anew.",
      answers === "same" ? [] : [ANSWERS_PATH],
    ],
    [
      "Evidence of another delivery",
      "Prove the repository again: plumbline validate --write-evidence.",
      evidence === "other-manifest" ? [EVIDENCE_PATH] : [],
    ],
  ];
  return found.flatMap(([what, mend, files]) => (files.length > 0 ? [{ what, mend, files }] : []));
}

function read<T>(file: StandingFile | undefined, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(file?.text ?? "")).data ?? null;
  } catch {
    return null;
  }
}
