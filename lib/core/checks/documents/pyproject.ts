import { z } from "zod";
import type { CheckFinding, FileUnderCheck } from "../check.ts";
import type { DocumentReader } from "../static-check.ts";
import { isDirectReference, isDistributionName, isRequirement, isSpecifier, isVersion } from "./requirement.ts";
import { type Parsed, schemaFindings } from "./schema.ts";
import { readToml } from "./toml-source.ts";
import { listOf, mapOf } from "./yaml-source.ts";

const text = z.string({ error: "Must be a text" });
const texts = z.array(text, { error: "Must be a list of texts" });
const named = z.record(z.string(), text, { error: "Must be a table of texts" });
const requirement = text.refine(isRequirement, { error: "Must be a requirement such as `httpx>=0.28,<1`" });
const requirements = z.array(requirement, { error: "Must be a list of requirements" });
const people = z.array(z.strictObject({ name: text.optional(), email: text.optional() }), {
  error: "Must be a list of tables with `name` and `email`",
});

/** PEP 621 with 639 and 794. */
const project = z.strictObject({
  name: text.refine(isDistributionName, { error: "Must be letters, digits, dots, dashes and underscores" }),
  version: text.refine(isVersion, { error: "Must be a version such as `0.1.0`" }).optional(),
  description: text.refine((value) => !value.includes("\n"), { error: "Must be one line" }).optional(),
  readme: z.union([text, z.record(z.string(), text)], { error: "Must be a path or a table" }).optional(),
  "requires-python": text.refine(isSpecifier, { error: "Must be a range such as `>=3.12`" }).optional(),
  license: z.union([text, z.strictObject({ text: text.optional(), file: text.optional() })]).optional(),
  "license-files": texts.optional(),
  authors: people.optional(),
  maintainers: people.optional(),
  keywords: texts.optional(),
  classifiers: texts.optional(),
  urls: named.optional(),
  scripts: named.optional(),
  "gui-scripts": named.optional(),
  "entry-points": z.record(z.string(), named).optional(),
  dependencies: requirements.optional(),
  "optional-dependencies": z.record(z.string(), requirements).optional(),
  "import-names": texts.optional(),
  "import-namespaces": texts.optional(),
  dynamic: texts.optional(),
});

const schema = z.strictObject({
  "build-system": z
    .strictObject({
      requires: requirements,
      "build-backend": text.optional(),
      "backend-path": texts.optional(),
    })
    .optional(),
  project: project.optional(),
  "dependency-groups": z
    .record(
      z.string(),
      z.array(z.union([requirement, z.strictObject({ "include-group": text })], { error: "Must be a requirement" })),
    )
    .optional(),
  tool: z
    .looseObject({
      ruff: z
        .looseObject({
          "line-length": z.int().min(1).max(320).optional(),
          "target-version": text.regex(/^py3\d+$/, "Must be such as `py312`").optional(),
          lint: z.looseObject({ select: texts.optional(), ignore: texts.optional() }).optional(),
        })
        .optional(),
      mypy: z.looseObject({ python_version: text.optional(), strict: z.boolean().optional() }).optional(),
      coverage: z
        .looseObject({ report: z.looseObject({ fail_under: z.number().max(100).optional() }).optional() })
        .optional(),
    })
    .optional(),
});

/** The file that says what the repository is: fields of the standards, and answers that agree with the rest. */
export const pyproject: DocumentReader = {
  syntax: (file) => readToml(file.text).faults,
  contract: (file) => {
    const parsed = readToml(file.text);
    return [...schemaFindings(schema, parsed, "pyproject"), ...agreement(file, parsed), ...blindness(file, parsed)];
  },
  security: (file) => {
    const parsed = readToml(file.text);
    const table = mapOf(mapOf(parsed.value).project);
    return listOf(table.dependencies).flatMap((entry, index): CheckFinding[] =>
      typeof entry === "string" && isDirectReference(entry)
        ? [
            {
              code: "pyproject-direct",
              message: `\`${entry.slice(0, 80)}\` names a place, not a version.`,
              mend: "Name the distribution and a range of versions.",
              line: parsed.line(["project", "dependencies", index]),
            },
          ]
        : [],
    );
  },
};

/** Points where the file must agree with the rest of the repository and the design. */
function agreement(file: FileUnderCheck, parsed: Parsed): CheckFinding[] {
  const document = mapOf(parsed.value);
  const table = mapOf(document.project);
  const findings: CheckFinding[] = [];
  const say = (path: (string | number)[], message: string, mend: string): void => {
    findings.push({ code: "pyproject-agrees", message, mend, line: parsed.line(path) });
  };
  if (document.project !== undefined && table.version === undefined && !listOf(table.dynamic).includes("version"))
    say(["project"], "The project has no version.", 'Write `version = "0.1.0"`, or list "version" in `dynamic`.');
  const floor = /^\s*>=\s*3\.(\d+)/.exec(String(table["requires-python"] ?? ""))?.[1];
  if (floor !== undefined && Number(floor) !== file.floorMinor)
    say(
      ["project", "requires-python"],
      `The design's floor is Python 3.${file.floorMinor}; this says 3.${floor}.`,
      `Write \`requires-python = ">=3.${file.floorMinor}"\`, or change the floor in the design.`,
    );
  for (const path of [table.readme, ...listOf(table["license-files"])])
    if (typeof path === "string" && !/[*?[]/.test(path) && !file.paths.includes(path))
      say(
        ["project", path === table.readme ? "readme" : "license-files"],
        `\`${path}\` is not a file of this repository.`,
        "Name a file that exists, or add it to the plan.",
      );
  for (const [name, target] of Object.entries(mapOf(table.scripts))) {
    const module = String(target).split(":")[0] as string;
    const own = module.split(".")[0] === file.packageName;
    if (!/^[\w.]+:[\w.]+$/.test(String(target)) || (own && !file.modules.includes(module)))
      say(
        ["project", "scripts", name],
        `The command ${name} starts \`${String(target)}\`, which is not in this repository.`,
        "Write `package.module:function` of a module that exists.",
      );
  }
  const groups = mapOf(document["dependency-groups"]);
  for (const [group, entries] of Object.entries(groups))
    for (const [index, entry] of listOf(entries).entries()) {
      const included = mapOf(entry)["include-group"];
      if (typeof included === "string" && !(included in groups))
        say(["dependency-groups", group, index], `There is no group ${included}.`, "Include a group that exists.");
    }
  return findings;
}

/** Settings under which a tool runs and finds nothing: its pass would say nothing about the code. */
function blindness({ packageName }: FileUnderCheck, parsed: Parsed): CheckFinding[] {
  const { mypy, ruff } = mapOf(mapOf(parsed.value).tool);
  const say = (path: string[], what: string, mend: string): CheckFinding => ({
    code: "pyproject-blind",
    message: what,
    mend,
    line: parsed.line(["tool", ...path]),
  });
  const own = listOf(mapOf(mypy).overrides).find((entry) => {
    const { module, ignore_errors } = mapOf(entry);
    return (
      ignore_errors === true && [module, ...listOf(module)].some((one) => one === "*" || isWithin(one, packageName))
    );
  });
  const all = mapOf(mypy).ignore_errors === true;
  const rules = mapOf(mapOf(ruff).lint).select;
  return [
    ...(own || all
      ? [
          say(
            all ? ["mypy", "ignore_errors"] : ["mypy", "overrides", "ignore_errors"],
            "The type check ignores what it finds in your own code.",
            "Remove the line; excuse single lines by `# type: ignore[rule]` where it cannot be helped.",
          ),
        ]
      : []),
    ...(Array.isArray(rules) && rules.length === 0
      ? [say(["ruff", "lint", "select"], "The linter has no rule to check.", "Name the rules, or remove `select`.")]
      : []),
  ];
}

const isWithin = (module: unknown, packageName: string): boolean =>
  typeof module === "string" && module.split(".")[0] === packageName;
