import { z } from "zod";
import type { CheckFinding } from "../check.ts";
import type { DocumentReader } from "../static-check.ts";
import { schemaFindings } from "./schema.ts";
import { listOf, mapOf, readYaml } from "./yaml-source.ts";

const hook = z.looseObject({ id: z.string({ error: "Must name a hook" }) });
const local = hook.extend({ name: z.string(), entry: z.string(), language: z.string() });
const schema = z.strictObject({
  repos: z.array(
    z.strictObject({
      repo: z.string({ error: "Must be an address, `local` or `meta`" }),
      rev: z.string().optional(),
      hooks: z.array(hook, { error: "Must be a list of hooks" }).min(1),
    }),
  ),
  default_install_hook_types: z.array(z.string()).optional(),
  default_language_version: z.record(z.string(), z.string()).optional(),
  default_stages: z.array(z.string()).optional(),
  files: z.string().optional(),
  exclude: z.string().optional(),
  fail_fast: z.boolean().optional(),
  minimum_pre_commit_version: z.string().optional(),
  ci: z.looseObject({}).optional(),
});

/** A tag or a commit; branches move under the feet of whoever uses them. */
const PINNED = /^v?\d|^[0-9a-f]{40}$/;

/** Hooks that run before a commit, each from a place that does not change. */
export const preCommit: DocumentReader = {
  syntax: ({ text }) => readYaml(text).faults,
  contract: ({ text }) => {
    const parsed = readYaml(text);
    return [
      ...schemaFindings(schema, parsed, "pre-commit"),
      ...listOf(mapOf(parsed.value).repos).flatMap((entry, index): CheckFinding[] => {
        const { repo, rev, hooks } = mapOf(entry);
        if (repo === "local")
          return listOf(hooks).flatMap((one, at) =>
            local.safeParse(one).success
              ? []
              : [
                  {
                    code: "pre-commit-local",
                    message: "A local hook needs `id`, `name`, `entry` and `language`.",
                    mend: "Add what is missing.",
                    line: parsed.line(["repos", index, "hooks", at]),
                  },
                ],
          );
        if (repo === "meta" || typeof repo !== "string" || (typeof rev === "string" && PINNED.test(rev))) return [];
        return [
          {
            code: "pre-commit-rev",
            message: rev === undefined ? `${repo} has no \`rev\`.` : `\`${String(rev)}\` is a moving target.`,
            mend: "Write the tag of a release, such as `rev: v1.2.3`.",
            line: parsed.line(["repos", index, rev === undefined ? "repo" : "rev"]),
          },
        ];
      }),
    ];
  },
};
