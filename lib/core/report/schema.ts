import { z } from "zod";
import { CHECK_IDS } from "../checks/check.ts";
import { measuredCoverageSchema } from "../checks/coverage.ts";
import { LEVELS } from "../critic/rule.ts";
import { colleaguesSchema } from "./colleagues.ts";

const when = z.string().describe("ISO 8601, UTC");
const sha256 = z.string().length(64);

const finding = z.object({
  id: z.string(),
  dimension: z.string(),
  level: z.enum(LEVELS),
  points: z.number(),
  message: z.string(),
  fix: z.string().nullable(),
  evidence: z.array(z.object({ label: z.string(), value: z.string() })).describe("The answers it stands on"),
});

const reviewSchema = z.object({
  checkpoint: z.union([z.literal(1), z.literal(2)]),
  at: when.nullable().describe("Null where the critic was run for this report"),
  stale: z.boolean().describe("The design changed since"),
  total: z.number().min(0).max(25),
  band: z.string(),
  advice: z.string(),
  dimensions: z.array(z.object({ id: z.string(), score: z.number(), justification: z.string() })),
  findings: z.array(finding),
  answer: z
    .object({
      kind: z.enum(["proceed", "revise", "clarify"]),
      by: z.string(),
      at: when,
      reasons: z.record(z.string(), z.string()),
    })
    .nullable(),
});

const check = z.object({
  check: z.enum(CHECK_IDS),
  status: z.enum(["pass", "partial", "fail", "skipped", "pending"]),
  tool: z.string(),
  sandbox: z.string().nullable(),
  reason: z.string(),
  findings: z.number().int().describe("How many there are"),
  found: z
    .array(z.object({ line: z.number().int().nullable(), message: z.string(), mend: z.string() }))
    .describe("The first findings of a failing check"),
  tests: z.object({ passed: z.number(), failed: z.number(), skipped: z.number() }).nullable(),
});

const task = z.object({
  id: z.string(),
  path: z.string(),
  purpose: z.string(),
  status: z.enum(["open", "accepted", "stale", "deferred", "removed"]),
  source: z.string().describe("Where the text comes from; empty without one"),
  bytes: z.number().int().nullable(),
  lines: z.number().int().nullable(),
  sha256: sha256.nullable(),
  unfinished: z.boolean().describe("A built-in stub that says itself that it is not finished"),
  verdict: z.enum(["acceptable", "needs-revision", "waiting"]).nullable(),
  checks: z.array(check),
  repairs: z.array(z.string()),
  changeRequests: z.array(z.string()),
  acceptedBy: z.string(),
  acceptedAt: when.nullable(),
  acknowledgement: z.string(),
  note: z.string().describe("Why it was deferred, or has no text"),
});

/** The final report (WORKFLOW 7) as data; every other form of it is drawn from this. */
export const reportSchema = z
  .object({
    plumbline: z.literal(1),
    report: z.literal(1),
    at: when.nullable().describe("Null for a design that nobody has walked through: nothing in it depends on a time"),
    summary: z.object({
      name: z.string(),
      packageName: z.string(),
      description: z.string(),
      purpose: z.string(),
      tier: z.string(),
      planned: z.number().int(),
      completed: z.number().int(),
      failed: z.number().int(),
      skipped: z.number().int(),
      readiness: z.enum(["ready", "ready with acknowledgements", "unfinished"]),
      because: z.string(),
    }),
    decisions: z.array(
      z.object({
        stage: z.string(),
        confirmedBy: z.string(),
        confirmedAt: when.nullable(),
        answers: z.array(z.object({ path: z.string(), label: z.string(), value: z.string(), reason: z.string() })),
      }),
    ),
    interactions: z.array(z.object({ id: z.string(), severity: z.string(), effect: z.string(), reason: z.string() })),
    reviews: z.array(reviewSchema),
    colleagues: colleaguesSchema,
    trend: z.array(z.object({ checkpoint: z.number(), total: z.number(), at: when })),
    tasks: z.array(task),
    quality: z.object({
      files: z.number().int(),
      lines: z.number().int(),
      bytes: z.number().int(),
      outcomes: z.array(
        z.object({
          check: z.enum(CHECK_IDS),
          label: z.string(),
          tools: z.array(z.string()).describe("What judged"),
          pass: z.number().int(),
          partial: z.number().int(),
          fail: z.number().int(),
          skipped: z.number().int(),
          pending: z.number().int(),
        }),
      ),
      passingShare: z.number().min(0).max(1).nullable().describe("Passed of all that ran; null when nothing ran"),
      tests: z.object({ passed: z.number(), failed: z.number(), skipped: z.number() }).nullable(),
      coverage: measuredCoverageSchema
        .nullable()
        .describe("What all tests covered, by the repository's own settings; null where it was not measured"),
      sandboxes: z.array(z.string()),
      notMeasured: z.array(z.string()),
    }),
    outstanding: z.array(z.object({ what: z.string(), mend: z.string(), files: z.array(z.string()) })),
    nextSteps: z.array(
      z.object({ title: z.string(), parts: z.array(z.object({ note: z.string(), commands: z.array(z.string()) })) }),
    ),
    recommendations: z.array(
      z.object({
        kind: z.enum(["security", "performance", "upkeep", "buy or build", "growth path", "design"]),
        text: z.string(),
      }),
    ),
    deliveries: z.array(
      z.object({ kind: z.string(), at: when, files: z.number(), unfinished: z.number(), sha256: z.string() }),
    ),
    log: z.array(z.object({ version: z.number().int(), at: when, by: z.string(), what: z.string() })),
    prompts: z.array(z.object({ id: z.string(), path: z.string(), text: z.string() })),
  })
  .meta({ id: "Report", title: "Plumbline final report" });

export type Report = z.infer<typeof reportSchema>;
export type ReportTask = Report["tasks"][number];

/** The JSON Schema (2020-12) of a report, for those who read it by machine. */
export const reportJsonSchema = (): Record<string, unknown> => z.toJSONSchema(reportSchema);
