import { expect, test } from "vitest";
import {
  answersFile,
  canonicalJson,
  checkAnswer,
  type PartialAnswers,
  parseAnswers,
  parsePartial,
  unaskedAnswers,
} from "./answers.ts";
import { examples } from "./examples.ts";

type Tree = Record<string, Record<string, unknown>>;
const sample = (): Tree => JSON.parse(JSON.stringify(examples[0]?.answers)) as Tree;

/** The problems of the sample after a change, as `path code`. */
function after(change: (answers: Tree) => void): string[] {
  const answers = sample();
  change(answers);
  const parsed = parseAnswers(answers);
  return parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path} ${code}`);
}
const set = (stage: string, id: string, value: unknown) =>
  after((answers) => {
    (answers[stage] as Record<string, unknown>)[id] = value;
  });

test("every fault of a document is told at once, each with its path, what is wrong and what would be right", () => {
  const answers = sample();
  (answers.features as Record<string, unknown>).web_ui = "jinja";
  (answers.intake as Record<string, unknown>).python_version = 3.13;
  delete (answers.intake as Record<string, unknown>).author;
  (answers.architecture as Record<string, unknown>).loging = "stdlib";
  const parsed = parseAnswers(answers);
  expect(parsed.ok).toBe(false);
  if (parsed.ok) return;
  expect(parsed.error).toEqual([
    {
      path: "architecture.loging",
      code: "unknown_key",
      message: '"loging" is not a decision of the architecture stage.',
      hint: 'Did you mean "logging"?',
    },
    {
      path: "intake.python_version",
      code: "unknown_option",
      message: "3.13 is not one of the options.",
      hint: "Use one of 3.10, 3.11, 3.12, 3.13, 3.14, 3.15.",
    },
    {
      path: "features.web_ui",
      code: "unknown_option",
      message: '"jinja" is not one of the options.',
      hint: 'Did you mean "jinja2"? Use one of none, jinja2, spa, html_forms, admin_framework.',
    },
    {
      path: "intake.author",
      code: "missing",
      message: "Author is missing: Who is named as the author?",
      hint: "Add it.",
    },
  ]);
});

test("names of the rule book and answers in the wrong stage are told where they belong", () => {
  const parsed = parseAnswers({ ...sample(), intake: { ...sample().intake, dep_manager: "uv", logging: "stdlib" } });
  expect(!parsed.ok && parsed.error.map(({ hint }) => hint)).toEqual([
    "It stands at architecture.dependency_manager.",
    "It stands at architecture.logging.",
  ]);
});

test("features left out are their visible no, and a stage of nothing but features may be left out whole", () => {
  const { features: _, ...rest } = sample();
  const parsed = parseAnswers(rest);
  expect(parsed.ok && parsed.value.features).toEqual({
    api: "none",
    web_ui: "none",
    demos: "none",
    docs_site: "none",
    docs_content: [],
    readme_languages: [],
    outbound: "none",
    ci: false,
    devcontainer: false,
    dockerfile: false,
    precommit: false,
  });
});

test("the audience of an API is asked for exactly when there is an API", () => {
  expect(after((answers) => delete (answers.features as Record<string, unknown>).api_purpose)).toEqual([
    "features.api_purpose missing",
  ]);
  expect(set("features", "api", "none")).toEqual(["features.api_purpose not_asked"]);
  expect(unaskedAnswers({ features: { api: "none", api_purpose: "internal" } })).toEqual(["features.api_purpose"]);
});

test("contents without documentation, services without resources and admin pages over nothing are illegal together", () => {
  expect(
    after((answers) => Object.assign(answers.features as object, { docs_site: "none", docs_content: ["tutorials"] })),
  ).toEqual(["features.docs_content not_asked"]);
  expect(set("structure", "resources", [])).toEqual(["structure.resources no_resource"]);
  expect(
    after((answers) => {
      Object.assign(answers.features as object, { web_ui: "admin_framework" });
      Object.assign(answers.architecture as object, { persistence: "none" });
    }),
  ).toEqual(["features.web_ui nothing_to_administer"]);
  expect(set("intake", "package_name", "appointment")).toEqual(["structure.resources[0].name shadows_package"]);
});

test("files of one's own do not stand where generated folders are, nor beside a generated file in another case", () => {
  expect(set("structure", "paths", ["notes.md", "src"])).toEqual(["structure.paths[1] file_and_folder"]);
  expect(set("structure", "paths", ["src/clinic_booking"])).toEqual(["structure.paths[0] file_and_folder"]);
  expect(set("structure", "paths", ["readme.md"])).toEqual(["structure.paths[0] case_clash"]);
  expect(set("structure", "paths", ["README.md", "docs/", "src/clinic_booking/extra.py"])).toEqual([]);
});

test("wrong types are refused, not converted", () => {
  expect(set("features", "ci", "true")).toEqual(["features.ci wrong_type"]);
  expect(set("intake", "tier", "3")).toEqual(["intake.tier unknown_option"]);
  expect(set("intake", "users", "external")).toEqual(["intake.users wrong_type"]);
  expect(set("intake", "users", [])).toEqual(["intake.users too_few"]);
  expect(set("intake", "users", ["external", "external"])).toEqual(["intake.users repeated"]);
  expect(set("intake", "non_goals", ["no ui", "No UI"])).toEqual(["intake.non_goals[1] repeated"]);
  expect(set("intake", "description", null)).toEqual(["intake.description wrong_type"]);
  expect(set("intake", "team_size", 2.5)).toEqual(["intake.team_size wrong_type"]);
  expect(after((answers) => Object.assign(answers, { intake: [] }))).toEqual(["intake wrong_type"]);
  for (const json of [null, 3, "x", [], undefined])
    expect(parseAnswers(json)).toMatchObject({
      ok: false,
      error: [{ path: "", code: expect.stringMatching(/wrong_type|not_json/) }],
    });
});

test("the version of the document is required and has to be the one we know", () => {
  expect(after((answers) => delete (answers as Record<string, unknown>).plumbline)).toEqual(["plumbline missing"]);
  expect(after((answers) => Object.assign(answers, { plumbline: 2 }))).toEqual(["plumbline unknown_version"]);
});

test("several choices come back in the order of the options, so their order says nothing", () => {
  const parsed = parseAnswers({ ...sample(), intake: { ...sample().intake, users: ["internal_team", "external"] } });
  expect(parsed.ok && parsed.value.intake.users).toEqual(["external", "internal_team"]);
});

test("reasons are kept by decision, and refused for anything else", () => {
  expect(parseAnswers({ ...sample(), reasons: { "intake.tier": "The board wants it" } })).toMatchObject({
    ok: true,
    value: { reasons: { "intake.tier": "The board wants it" } },
  });
  expect(after((answers) => Object.assign(answers, { reasons: { "intake.teir": "x" } }))).toEqual([
    "reasons.intake.teir unknown_key",
  ]);
  expect(after((answers) => Object.assign(answers, { reasons: { "intake.tier": "x".repeat(501) } }))).toEqual([
    "reasons.intake.tier too_long",
  ]);
});

test("a draft may lack anything but what it holds has to be right", () => {
  expect(parsePartial({})).toEqual({ ok: true, value: {} });
  expect(parsePartial({ intake: { description: "Counts bicycles" } })).toEqual({
    ok: true,
    value: { intake: { description: "Counts bicycles" } },
  });
  expect(parsePartial({ intake: { package_name: "os" } })).toMatchObject({
    ok: false,
    error: [{ path: "intake.package_name" }],
  });
});

test("the form gets the message of the document for one answer, against the others", () => {
  const answers: PartialAnswers = { intake: { purpose: "external_api", package_name: "clinic" } };
  expect(checkAnswer("structure.resources", [], answers)).toMatchObject({
    ok: false,
    error: [{ code: "no_resource" }],
  });
  expect(checkAnswer("structure.resources", [], {})).toEqual({ ok: true, value: [] });
  expect(checkAnswer("intake.lisence", "MIT", {})).toMatchObject({
    ok: false,
    error: [{ code: "unknown_decision", hint: 'Did you mean "intake.licence"?' }],
  });
  expect(checkAnswer("intake.description", "Cafe\u0301", {})).toEqual({ ok: true, value: "Café" });
});

test("the delivered file is in the order of the catalog and ends with a line break", () => {
  const answers = examples[0]?.answers as (typeof examples)[0]["answers"];
  const { features, ...rest } = answers;
  expect(answersFile({ features, ...rest } as never)).toBe(`${JSON.stringify(answers, null, 2)}\n`);
  expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: "é" })).toBe('{"a":"é","b":[1,{"c":null}]}');
});
