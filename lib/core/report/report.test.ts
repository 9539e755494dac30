import { expect, test } from "vitest";
import { answersReport } from "#lib/wizard/report-answers.ts";
import type { Answers } from "../catalog/answers.ts";
import { type Example, examples } from "../catalog/examples.ts";
import type { Section } from "./blocks.ts";
import { documentOf } from "./document.ts";
import { REPORT_FORMS } from "./forms.ts";
import { REPORT_STYLE } from "./html-style.ts";
import { reportSchema } from "./schema.ts";

const AT = new Date("2026-11-21T12:00:00Z");
const HOSTILE = `<script>alert(1)</script> | **bold** [x](javascript:alert(1)) & "quoted" \`tick\``;

const hostile = (answers: Answers): Answers => ({
  ...answers,
  intake: { ...answers.intake, author: HOSTILE },
  reasons: { "intake.tier": HOSTILE },
});

/** What a person reads in a text, whatever marks it up. */
const words = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, " ");
const decoded = (html: string): string =>
  html
    .replaceAll(/<style>[\s\S]*?<\/style>/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const titles = (sections: readonly Section[]): string[] =>
  sections.flatMap(({ title, sections: inner = [] }) => [title, ...titles(inner)]);

const facts = (sections: readonly Section[]): string[] =>
  sections.flatMap(({ blocks, sections: inner = [] }) => [
    ...blocks.flatMap((block) =>
      block.kind === "table" ? block.rows.flat() : block.kind === "text" || block.kind === "notice" ? [block.text] : [],
    ),
    ...facts(inner),
  ]);

test.each(examples.map(({ id, answers }) => [id, answers] as const))(
  "all four forms of the report of %s carry the same facts",
  (_, answers) => {
    const report = answersReport(answers, AT);
    const { sections } = documentOf(report);
    const json = REPORT_FORMS.json.write(report);
    const said = [...titles(sections), ...facts(sections)].map(words).filter((one) => one.trim() !== "");
    expect(said.length).toBeGreaterThan(200);
    expect(reportSchema.parse(JSON.parse(json))).toEqual(report);
    for (const text of [
      words(REPORT_FORMS.md.write(report)),
      words(REPORT_FORMS.txt.write(report)),
      words(decoded(REPORT_FORMS.html.write(report))),
    ])
      expect(said.filter((one) => !text.includes(one.trim()))).toEqual([]);
  },
);

test("the same design gives the same bytes in every form", () => {
  const answers = (examples[0] as Example).answers;
  for (const { write } of Object.values(REPORT_FORMS))
    expect(write(answersReport(structuredClone(answers), AT))).toBe(write(answersReport(answers, AT)));
});

test("nobody's words become markup", () => {
  const answers = (examples[0] as Example).answers;
  const report = answersReport(hostile(answers), AT);
  const html = REPORT_FORMS.html.write(report);
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;");
  const beforePrompts = REPORT_FORMS.md.write(report).split("### Sub-prompts")[0] as string;
  const line = beforePrompts.split("\n").find((one) => one.startsWith("| Author")) as string;
  expect(line.replaceAll(/\\./g, "").split("|")).toHaveLength(5);
  expect(beforePrompts).not.toMatch(/(?<!\\)<script|(?<!\\)\[x\]\(/);
});

test("the page of a report loads and runs nothing", () => {
  const answers = (examples[0] as Example).answers;
  const html = REPORT_FORMS.html.write(answersReport(answers, AT));
  const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
  expect(tags.filter((tag) => /^<(script|link|img|iframe|object)|\son\w+=|\ssrc=/i.test(tag))).toEqual([]);
  expect(REPORT_STYLE).not.toMatch(/url\(|@import/);
  const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
});

test("a design that nobody walked through says so before anything else", () => {
  const answers = (examples[0] as Example).answers;
  const report = answersReport(answers, AT);
  expect(report.summary.readiness).toBe("unfinished");
  expect(report.quality.passingShare).toBeNull();
  const text = REPORT_FORMS.txt.write(report);
  expect(text.indexOf("are not accepted")).toBeLessThan(text.indexOf("Decisions"));
});
