import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, inject, test } from "vitest";
import { render } from "#lib/wizard/toolbox.ts";
import { succeeds } from "../../../scripts/testing/generated/commands.ts";
import { findPython, personEnvironment } from "../../../scripts/testing/generated/python.ts";
import { changed, scratchFolder } from "../../../scripts/testing/generated/repository.ts";
import { libraryAnswers, serviceAnswers } from "../blueprint/documents/designs.fixture.ts";
import { plainLine } from "../blueprint/encode.ts";
import { type Answers, parseAnswers } from "../catalog/answers.ts";
import { repositoryFiles } from "./repository.ts";

const { uv = "", reason } = inject("pythonTools");
const found = reason ? { reason } : findPython(uv, "3.13");
const why = "reason" in found ? found.reason : undefined;
const cwd = scratchFolder("hostile");

/** Reads every file as its own format does and says what it holds besides texts. */
const READER = `
import ast, json, sys, tomllib, yaml

def bare(value):
    if isinstance(value, dict):
        return {str(key): bare(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [bare(inner) for inner in value]
    return type(value).__name__

def python(text):
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)

def words(text):
    return [line.split(" ")[0].split("=")[0] for line in text.splitlines() if line[:1].strip()]

def shape(path, text):
    name = path.rsplit("/", 1)[-1]
    if name.endswith((".py",)):
        return python(text)
    if name.endswith(".toml"):
        values = tomllib.loads(text)
        # A comma makes two authors, because metadata forbids it in a name.
        values.get("project", {}).pop("authors", None)
        return bare(values)
    if name.endswith((".yaml", ".yml")):
        return bare(list(yaml.safe_load_all(text)))
    if name.endswith(".json"):
        return bare(json.loads(text))
    if name in ("Dockerfile", ".env.example", ".gitignore", ".dockerignore", ".editorconfig"):
        return words(text)
    return None

found = []
for path, text in json.load(sys.stdin):
    try:
        entry = {"shape": json.dumps(shape(path, text), sort_keys=True)}
        if path == "pyproject.toml":
            entry["description"] = tomllib.loads(text)["project"]["description"]
    except Exception as error:
        entry = {"problem": f"{path}: {type(error).__name__}: {error}"}
    found.append(entry)
json.dump(found, sys.stdout)
`;

interface Read {
  shape?: string;
  description?: string;
  problem?: string;
}

/** A text in every field that takes one; a field whose schema refuses it keeps "x". */
function withText(base: Answers, text: string): Answers {
  const [first, ...rest] = base.structure.modules;
  const fields = (value: string): Parameters<typeof changed>[1][] => [
    { intake: { description: value } },
    { intake: { author: value } },
    { intake: { non_goals: [value] } },
    ...(first ? [{ structure: { modules: [{ ...first, purpose: value }, ...rest] } }] : []),
  ];
  return fields(text).reduce<Answers>((answers, change, index) => {
    const tried = parseAnswers(changed(answers, change));
    return tried.ok ? tried.value : changed(answers, fields("x")[index] ?? {});
  }, base);
}

const texts = readFileSync(new URL("../catalog/hostile-inputs.fixture.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { id: string; input: unknown })
  .filter((one): one is { id: string; input: string } => typeof one.input === "string");

/** What a reader of Markdown sees of a text: escapes and entities undone. */
const shown = (markdown: string): string =>
  markdown
    .replace(/\\([!-/:-@[-\x60{-~])/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#96;", "\x60")
    .replaceAll("&amp;", "&");

const nothingPathLike = /^(\.plumbline\/|docs\/adr\/)/;

beforeEach(({ skip }) => {
  if (why) skip(why);
});

describe("hostile texts in a whole repository", () => {
  test.each([
    ["service", serviceAnswers],
    ["library", libraryAnswers],
  ] as const)("leave every file of a %s readable and change nothing but texts", async (_, base) => {
    const plain = withText(base, "x");
    const designs = texts.map(({ id, input }) => ({ id, answers: withText(base, input) }));
    const carried = designs.filter(({ answers }) => JSON.stringify(answers) !== JSON.stringify(plain));
    expect(carried.length).toBeGreaterThan(25);

    const unique = new Map<string, [string, string]>();
    const filesOf = (answers: Answers) =>
      repositoryFiles(render(answers)).map(({ path, text }) => {
        const key = `${path}\n${text}`;
        unique.set(key, [path, text]);
        return { path, text, key };
      });
    const expected = filesOf(plain);
    const made = carried.map(({ id, answers }) => ({ id, answers, files: filesOf(answers) }));
    const command = [
      uv,
      "run",
      "--quiet",
      "--no-project",
      "--with",
      "pyyaml",
      "--python",
      (found as { python: string }).python,
    ];
    const output = await succeeds([...command, "python", "-X", "utf8", "-c", READER], {
      cwd,
      env: personEnvironment(uv),
      input: JSON.stringify([...unique.values()]),
    });
    const read = new Map<string, Read>();
    const all = JSON.parse(output) as Read[];
    [...unique.keys()].forEach((key, index) => {
      read.set(key, all[index] as Read);
    });

    expect(all.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    const shapes = (files: typeof expected) =>
      new Map(
        files.filter(({ path }) => !nothingPathLike.test(path)).map(({ path, key }) => [path, read.get(key)?.shape]),
      );
    const wanted = shapes(expected);
    const differing = made.flatMap(({ id, files }) => {
      const got = shapes(files);
      return [...new Set([...got.keys(), ...wanted.keys()])]
        .filter((path) => got.get(path) !== wanted.get(path))
        .map((path) => `${id}: ${path}`);
    });
    expect(differing).toEqual([]);
    const wrong = made.flatMap(({ id, answers, files }) => {
      const { description } = answers.intake;
      const pyproject = files.find(({ path }) => path === "pyproject.toml");
      const readme = files.find(({ path }) => path === "README.md")?.text ?? "";
      return [
        ...(read.get(pyproject?.key ?? "")?.description === description ? [] : [`${id}: pyproject.toml`]),
        ...(shown(readme).includes(plainLine(description).trim().replace(/\.$/, ""))
          ? []
          : [`${id}: README.md: ${description}`]),
      ];
    });
    expect(wrong).toEqual([]);
  });
});
