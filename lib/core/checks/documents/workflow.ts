import { z } from "zod";
import type { CheckFinding } from "../check.ts";
import type { DocumentReader } from "../static-check.ts";
import { schemaFindings } from "./schema.ts";
import { workflowSecurity } from "./workflow-security.ts";
import { listOf, mapOf, readYaml, type YamlParsed } from "./yaml-source.ts";

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const values = z.union([z.record(z.string(), scalar), z.string()]);
const LEVELS = z.enum(["read", "write", "none"], { error: "Must be read, write or none" });
const permissions = z.union([z.enum(["read-all", "write-all"]), z.record(z.string(), LEVELS)], {
  error: "Must be a table of read, write or none",
});
const step = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: scalar.optional(),
  uses: z.string().optional(),
  run: z.string({ error: "Must be a text" }).optional(),
  shell: z.string().optional(),
  with: z.record(z.string(), scalar).optional(),
  env: values.optional(),
  "continue-on-error": z.union([z.boolean(), z.string()]).optional(),
  "timeout-minutes": z.union([z.number(), z.string()]).optional(),
  "working-directory": z.string().optional(),
});
const loose = z.unknown().optional();
const job = z.strictObject({
  name: z.string().optional(),
  "runs-on": loose,
  steps: z.array(step, { error: "Must be a list of steps" }).min(1).optional(),
  uses: z.string().optional(),
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  permissions: permissions.optional(),
  environment: loose,
  concurrency: loose,
  outputs: z.record(z.string(), scalar).optional(),
  env: values.optional(),
  defaults: loose,
  if: scalar.optional(),
  "timeout-minutes": z.union([z.number(), z.string()]).optional(),
  strategy: loose,
  "continue-on-error": z.union([z.boolean(), z.string()]).optional(),
  container: loose,
  services: loose,
  with: loose,
  secrets: loose,
});
const schema = z.strictObject({
  name: z.string().optional(),
  "run-name": z.string().optional(),
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())], {
    error: "Must say when it runs",
  }),
  permissions: permissions.optional(),
  env: values.optional(),
  defaults: loose,
  concurrency: loose,
  jobs: z.record(z.string(), job, { error: "Must be a table of jobs" }),
});

/** A pipeline of GitHub Actions. */
export const workflow: DocumentReader = {
  syntax: ({ text }) => {
    const { faults } = readYaml(text);
    return faults.length > 0 ? faults : openExpressions(text);
  },
  contract: ({ text }) => {
    const parsed = readYaml(text);
    return [...schemaFindings(schema, parsed, "workflow"), ...jobFindings(parsed)];
  },
  security: ({ text }) => workflowSecurity(readYaml(text)),
};

function openExpressions(text: string): CheckFinding[] {
  return text.split("\n").flatMap((content, index): CheckFinding[] =>
    /\$\{\{(?![^\n]*\}\})/.test(content)
      ? [
          {
            code: "workflow-expression",
            message: "An expression is not closed.",
            mend: "End it with }}.",
            line: index + 1,
          },
        ]
      : [],
  );
}

function jobFindings(parsed: YamlParsed): CheckFinding[] {
  const jobs = mapOf(mapOf(parsed.value).jobs);
  return Object.entries(jobs).flatMap(([id, value]): CheckFinding[] => {
    const one = mapOf(value);
    const say = (path: (string | number)[], message: string, mend: string): CheckFinding => ({
      code: "workflow-job",
      message,
      mend,
      line: parsed.line(["jobs", id, ...path]),
    });
    const found: CheckFinding[] = [];
    if (one.uses === undefined && one["runs-on"] === undefined)
      found.push(say([], `The job ${id} does not say where it runs.`, "Write `runs-on: ubuntu-24.04`."));
    if (one.uses === undefined && one.steps === undefined)
      found.push(say([], `The job ${id} has no steps.`, "Add `steps`."));
    for (const needed of [one.needs].flat().filter((name) => typeof name === "string"))
      if (!(needed in jobs)) found.push(say(["needs"], `There is no job ${needed}.`, "Name a job of this file."));
    for (const [index, entry] of listOf(one.steps).entries()) {
      const { uses, run } = mapOf(entry);
      if ((uses === undefined) === (run === undefined))
        found.push(say(["steps", index], "A step has either `uses` or `run`.", "Keep one of the two."));
      if (typeof uses === "string" && !uses.startsWith("./") && !uses.includes("@") && !uses.startsWith("docker://"))
        found.push(say(["steps", index, "uses"], `\`${uses}\` names no version.`, "Write owner/name@commit."));
    }
    return found;
  });
}
