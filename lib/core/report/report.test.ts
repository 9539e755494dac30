import { Ajv2020 } from "ajv/dist/2020.js";
import { lint } from "markdownlint/sync";
import { expect, test } from "vitest";
import { answersReport } from "#lib/wizard/reporting.ts";
import { type Example, examples } from "../catalog/examples.ts";
import { day, percent } from "./blocks.ts";
import { WEIGHTS } from "./document.ts";
import { REPORT_FORMS } from "./forms.ts";
import { REPORT_STYLE } from "./html-style.ts";
import { type Report, reportJsonSchema, reportSchema } from "./schema.ts";
import { walkedReport } from "./walked.fixture.ts";

const { answers } = examples[0] as Example;
const HOSTILE = `<script>alert(1)</script> | **bold** [x](javascript:alert(1)) & "quoted" \`tick\` ---\n# not a heading\n\u202e\u0000`;

const reports: [string, Report][] = [
  ...examples.map(({ id, answers: given }): [string, Report] => [`${id} as answered`, answersReport(given)]),
  ...examples.map(({ id, answers: given }): [string, Report] => [`${id} walked through`, walkedReport(given)]),
  ["hostile words", walkedReport({ ...answers, intake: { ...answers.intake, author: "A | B <b>" } }, HOSTILE)],
];

/** What a person reads in a text, whatever marks it up. */
const words = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
const decoded = (html: string): string =>
  html
    .replaceAll(/<style>[\s\S]*?<\/style>/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** Names for machines; people get the label beside them. */
const FOR_MACHINES = /^(plumbline|report)$|^decisions\.\d+\.answers\.\d+\.path$/;

/** Every value of the report as a person would read it. */
function facts(value: unknown, path = ""): string[] {
  if (value === null || typeof value === "boolean" || FOR_MACHINES.test(path)) return [];
  if (typeof value === "object")
    return Object.entries(value).flatMap(([key, inner]) => facts(inner, path === "" ? key : `${path}.${key}`));
  if (path.endsWith("passingShare")) return [percent(value as number)];
  if (path.endsWith("sha256")) return [String(value).slice(0, 12)];
  if (/^interactions\.\d+\.severity$/.test(path)) return [WEIGHTS[String(value)] ?? "has no words"];
  if (value === "request-changes") return ["requested changes"];
  return [/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(String(value)) ? day(String(value)) : String(value)];
}

const missingIn = (said: readonly string[], text: string): string[] => {
  const read = words(text);
  return said.filter((one) => words(one).trim() !== "" && !read.includes(words(one)) && !inHashes(one, text));
};
const inHashes = (one: string, text: string): boolean => /^[0-9a-f]{12}$/.test(one) && text.includes(one);

test.each(reports)("every fact in the JSON of %s stands in the other forms too", (_, report) => {
  const said = [...new Set(facts(report))];
  expect(said.length).toBeGreaterThan(200);
  expect(missingIn(said, REPORT_FORMS.md.write(report).replaceAll(/\\(?=[!-/:-@[-`{-~])/g, ""))).toEqual([]);
  expect(missingIn(said, REPORT_FORMS.txt.write(report).replaceAll(/\n {2}(?=\S)/g, " "))).toEqual([]);
  expect(missingIn(said, decoded(REPORT_FORMS.html.write(report)))).toEqual([]);
});

test("plain text gives a table of two columns as names with their values", () => {
  const read = REPORT_FORMS.txt.write(answersReport(answers));
  expect(read).toContain("\n- Dependency management: uv\n");
  expect(read).not.toContain("; Answer: uv");
});

test.each(reports)("the JSON of %s is what its published schema says", (_, report) => {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(reportJsonSchema());
  const read = JSON.parse(REPORT_FORMS.json.write(report)) as unknown;
  expect([validate(read), validate.errors]).toEqual([true, null]);
  expect(reportSchema.parse(read)).toEqual(report);
  expect(validate({ ...(read as object), summary: {} })).toBe(false);
});

test.each(reports.slice(-6))("the Markdown of %s lints clean", (_, report) => {
  // Prose and tables have no line length.
  const found = lint({ strings: { report: REPORT_FORMS.md.write(report) }, config: { default: true, MD013: false } });
  expect(
    (found.report ?? []).map(({ lineNumber, ruleNames, errorDetail }) => [lineNumber, ruleNames[0], errorDetail]),
  ).toEqual([]);
});

test("the same design gives the same bytes in every form", () => {
  for (const { write } of Object.values(REPORT_FORMS))
    expect(write(answersReport(structuredClone(answers)))).toBe(write(answersReport(answers)));
});

test("nobody's words become markup", () => {
  const report = walkedReport(answers, HOSTILE);
  const html = REPORT_FORMS.html.write(report);
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;");
  const beforePrompts = REPORT_FORMS.md.write(report).split("### Sub-prompts")[0] as string;
  expect(beforePrompts).not.toMatch(/(?<!\\)<script|(?<!\\)\[x\]\(|^# not/m);
  const tables = beforePrompts.split("\n\n").filter((block) => block.startsWith("|"));
  for (const rows of tables.map((block) =>
    block.split("\n").map((row) => row.replaceAll(/\\./g, "").split("|").length),
  ))
    expect(new Set(rows).size).toBe(1);
  expect(REPORT_FORMS.txt.write(report)).not.toContain("\u202e");
});

test("the page of a report loads and runs nothing", () => {
  const html = REPORT_FORMS.html.write(walkedReport(answers));
  const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
  expect(tags.filter((tag) => /^<(script|link|img|iframe|object)|\son\w+=|\ssrc=/i.test(tag))).toEqual([]);
  expect(REPORT_STYLE).not.toMatch(/url\(|@import/);
  const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
});

test("a design that nobody walked through says so before anything else", () => {
  const report = answersReport(answers);
  expect(report.summary.readiness).toBe("unfinished");
  expect(report.quality.passingShare).toBeNull();
  const text = REPORT_FORMS.txt.write(report);
  expect(text.indexOf("are not accepted")).toBeLessThan(text.indexOf("Decisions"));
});

test('to those who read it, the page\'s "you" is the owner', () => {
  expect(walkedReport(answers).decisions[0]?.confirmedBy).toBe("the owner");
});
