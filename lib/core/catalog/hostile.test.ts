import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answersFile, parseAnswers } from "./answers.ts";
import { examples } from "./examples.ts";
import { DOCUMENT_LIMITS } from "./guard.ts";
import { pathsProblems } from "./structure/own-path.ts";

interface Hostile {
  id: string;
  cls: string;
  field: string;
  input: unknown;
  expect: string;
}

const all = readFileSync(new URL("./hostile-inputs.fixture.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Hostile);
const sample = () => JSON.parse(JSON.stringify(examples[0]?.answers)) as Record<string, Record<string, unknown>>;
const withIntake = (id: string, value: unknown) => ({ ...sample(), intake: { ...sample().intake, [id]: value } });
const texts = (filter: (one: Hostile) => boolean) =>
  all.filter(filter).filter((one): one is Hostile & { input: string } => typeof one.input === "string");

describe("hostile texts are carried through unchanged or refused at the field", () => {
  const described = texts(({ field }) => field.startsWith("description"));
  test.each(described)("$id as a description", ({ input }) => {
    const parsed = parseAnswers(withIntake("description", input));
    if (!parsed.ok) {
      expect(parsed.error.map(({ path }) => path)).toEqual(["intake.description"]);
      expect(parsed.error[0]?.hint).toBeTruthy();
      return;
    }
    expect(parsed.value.intake.description).toBe(input.normalize("NFC"));
    expect((JSON.parse(answersFile(parsed.value)) as ReturnType<typeof sample>).intake?.description).toBe(
      input.normalize("NFC"),
    );
  });

  test("there are enough of them, and those with controls or line breaks are the refused ones", () => {
    const refused = described
      .filter(({ input }) => !parseAnswers(withIntake("description", input)).ok)
      .map(({ input }) => input);
    expect(described.length).toBeGreaterThan(18);
    for (const input of refused) expect(input).toMatch(/[\n\u2028\u2029\u0085]|(?![\t\n])\p{Cc}/u);
  });

  test.each(["author", "non_goals"])("every one of them in %s, too", (id) => {
    for (const { input } of described) {
      const parsed = parseAnswers(withIntake(id, id === "non_goals" ? [input] : input));
      if (parsed.ok) expect([parsed.value.intake[id as "author"]].flat()).toEqual([input.normalize("NFC")]);
      else expect(parsed.error.every(({ path }) => path.startsWith(`intake.${id}`))).toBe(true);
    }
  });

  test("lone surrogates and reading-direction overrides are refused, right-to-left text is not", () => {
    for (const input of ["half \ud83d of it", "\udc00", "user\u202enimda", "\u2066x"])
      expect(parseAnswers(withIntake("description", input)).ok).toBe(false);
    expect(parseAnswers(withIntake("description", "יומן תורים למרפאות — מונע כפל תורים")).ok).toBe(true);
  });
});

describe("names never reach a shell, an import or a table as anything but a name", () => {
  const names = texts(({ cls, field }) => ["shell", "python-id"].includes(cls) || field === "table_name").map(
    ({ input }) => input,
  );
  const more = [
    "a\n",
    "a ",
    " a",
    "a-b",
    "a.b",
    "1a",
    "A",
    "é",
    "ａ",
    "a;b",
    "../a",
    "a/b",
    "-rf",
    "class",
    "match",
    "print",
    "json",
    "tests",
    "test_a",
    "conftest",
    "fastapi",
    "con",
    "a__b",
    "a_",
    "_a",
    "a".repeat(41),
    "",
    "id\u0000",
    "$a",
  ];
  test.each([...names, ...more])("%j is refused as a package name", (name) => {
    const parsed = parseAnswers(withIntake("package_name", name));
    expect(parsed.ok).toBe(false);
    if (!parsed.ok)
      expect(parsed.error).toMatchObject([{ path: "intake.package_name", hint: expect.stringMatching(/\S/) }]);
  });
  test.each([
    ...names.filter((name) => name !== "os"),
    "../../other/repo",
    "a b",
    ".git",
    "con",
    "x.git",
    "a".repeat(101),
    "a--b",
    "a-",
    "-a",
    "A",
    "a\n",
    "pydantic",
  ])("%j is refused as a repository name", (name) => {
    expect(parseAnswers(withIntake("repository_name", name))).toMatchObject({
      ok: false,
      error: [{ path: "intake.repository_name" }],
    });
  });
  test("the hint of a refused name is itself accepted", () => {
    for (const name of [
      "Clinic Booking",
      "clinic-booking",
      "ClinicBooking",
      "9lives",
      "Café Desk",
      "json",
      "fastapi",
    ]) {
      const parsed = parseAnswers(withIntake("package_name", name));
      const better = parsed.ok ? name : /"([^"]+)"/.exec(parsed.error[0]?.hint ?? "")?.[1];
      expect(parseAnswers(withIntake("package_name", better)).ok, `${name} -> ${better}`).toBe(true);
    }
  });
});

describe("paths stay inside the repository, on every system", () => {
  const inputs = texts(({ cls }) => cls === "path");
  test.each(inputs)("$id $input", ({ input, expect: wanted }) => {
    const problems = pathsProblems(input.split(" + "), "structure.paths");
    if (wanted.startsWith("allowed")) expect(problems).toEqual([]);
    else
      expect(problems[0]).toMatchObject({
        path: expect.stringMatching(/^structure\.paths\[\d\]$/),
        hint: expect.stringMatching(/\S/),
      });
  });
  test.each([
    ".GIT/config",
    ".git./x",
    "a/.git/x",
    "GIT~1",
    "aux.txt",
    "a/NUL",
    "com1",
    "x.",
    "a /b",
    "~/x",
    "a//b",
    "C:/x",
    "a\u202eb.py",
    "a\tb",
    ".env",
    ".ssh/id",
    "a/../b",
    "./a",
    ".plumbline/manifest.json",
    "x.PTH",
    `${"a".repeat(201)}`,
    `${"a/".repeat(16)}b`,
    "é.py",
    "．git/x",
  ])("%j is refused", (path) => {
    expect(pathsProblems([path], "p")).toHaveLength(1);
  });
  test.each([
    "README.md",
    ".github/workflows/deploy.yml",
    ".gitignore",
    "docs/",
    "a b/c+d@1.py",
    ".env.example",
    "src/x/__init__.py",
    "Makefile",
    ".gitattributes",
  ])("%j is allowed", (path) => {
    expect(pathsProblems([path], "p")).toEqual([]);
  });
});

describe("documents that attack the reader", () => {
  test("keys that could touch a prototype are refused anywhere, and touch none", () => {
    for (const text of [
      '{"plumbline":1,"__proto__":{"polluted":1}}',
      '{"plumbline":1,"intake":{"constructor":{"prototype":{"polluted":1}}}}',
      '{"structure":{"resources":[{"__proto__":{"name":"X"}}]}}',
    ]) {
      const parsed = parseAnswers(JSON.parse(text));
      expect(parsed).toMatchObject({ ok: false, error: [{ code: "forbidden_key" }] });
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
  test("keys of other objects are unknown keys", () => {
    const parsed = parseAnswers({ ...sample(), id: "x", ownerHash: "y", toString: 1 });
    expect(!parsed.ok && parsed.error.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "id unknown_key",
      "ownerHash unknown_key",
      "toString unknown_key",
    ]);
  });
  test("depth, width and length end in one message", () => {
    const deep = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`) as unknown;
    const wide = Array.from({ length: 100_000 }, () => 1);
    const long = "a".repeat(DOCUMENT_LIMITS.characters + 1);
    for (const bomb of [
      deep,
      { ...sample(), intake: deep },
      withIntake("non_goals", wide),
      withIntake("description", long),
      withIntake("users", deep),
    ]) {
      expect(parseAnswers(bomb)).toMatchObject({ ok: false, error: [{ code: "too_large" }] });
    }
    expect(parseAnswers(withIntake("package_name", `${"a".repeat(50_000)}!`))).toMatchObject({
      ok: false,
      error: [{ code: "too_long" }],
    });
    expect(parseAnswers({ ...sample(), ["k".repeat(5000)]: 1 })).toMatchObject({
      ok: false,
      error: [{ code: "unknown_key" }],
    });
  });
  test("values that JSON cannot hold are refused with their place", () => {
    expect(parseAnswers(withIntake("tier", Number.NaN))).toMatchObject({
      ok: false,
      error: [{ path: "intake.tier", code: "not_json" }],
    });
    expect(parseAnswers(withIntake("tier", () => 3))).toMatchObject({
      ok: false,
      error: [{ path: "intake.tier", code: "not_json" }],
    });
  });
});
