import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const FOLDERS = ["app", "components", "lib", "scripts", "e2e"];

interface Source {
  path: string;
  text: string;
}

function under(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "generated" ? [] : under(path);
    return /\.(tsx?|mjs)$/.test(entry.name) ? [{ path, text: readFileSync(join(ROOT, path), "utf8") }] : [];
  });
}

const sources = FOLDERS.flatMap(under);
const code = sources.filter(({ path }) => !/\.test\.tsx?$/.test(path));
/** Without comments and without what stands between quotes: prose may say "process." */
const bare = (text: string) =>
  text.replaceAll(
    /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*`/gm,
    "",
  );
const offenders = (files: readonly Source[], wrong: (source: Source) => boolean) =>
  files.filter(wrong).map(({ path }) => path);

/** Lines a file may have. Tables of data are long because there is much to say, not because much happens. */
const MAX_LINES = 250;
const TABLES = [
  /^lib\/core\/critic\/rules\//,
  /^lib\/core\/interactions\//,
  /^lib\/core\/tier\//,
  /^lib\/core\/catalog\//,
  /^lib\/core\/blueprint\/(documents|toolchains|artifacts)\//,
];

test("sees the source", () => {
  expect(sources.length).toBeGreaterThan(50);
});

test("files stay short enough to read in one go", () => {
  const long = code.filter(({ path }) => !TABLES.some((table) => table.test(path)));
  const offending = offenders(long, ({ text }) => text.split("\n").length > MAX_LINES);
  expect(offending).toEqual([]);
});

test("file names are kebab-case and say what is inside", () => {
  const vague = /^(utils?|helpers?|misc|types|manager|common|shared)\./;
  const framework = /^\[|^\(|^_/;
  const named = sources.map(({ path }) => basename(path)).filter((name) => !framework.test(name));
  expect(named.filter((name) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.(tsx?|mjs)$/.test(name) || vague.test(name))).toEqual([]);
});

test("pages link through our own link, which fetches nothing ahead that nobody points at", () => {
  const importing = offenders(sources, ({ text }) => /from "next\/link"/.test(text));
  expect(importing).toEqual(["components/ui/link.tsx"]);
});

test("the environment is read in one place", () => {
  const product = code.filter(({ path }) => !/^(scripts|e2e)\//.test(path) && path !== "lib/io/env.ts");
  expect(offenders(product, ({ text }) => /process\.env\b/.test(text))).toEqual([]);
});

test("the core has no clock, no chance and no process", () => {
  const core = code.filter(({ path }) => path.startsWith("lib/core/"));
  const impure =
    /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|\bprocess\.|\bcrypto\.(randomUUID|getRandomValues)|\bfetch\(|\bsetTimeout\(/;
  expect(offenders(core, ({ text }) => impure.test(bare(text)))).toEqual([]);
});

test("exports have names, except where Next, Vitest or Playwright ask for a default", () => {
  const ours = code.filter(({ path }) => !/^app\/|^scripts\/testing\//.test(path));
  expect(offenders(ours, ({ text }) => /^export default\b/m.test(text))).toEqual([]);
});

test("nothing is left to do later", () => {
  const comments = ({ text }: Source) => (text.match(/\/\*[\s\S]*?\*\/|(?<![:"'`])\/\/.*$/gm) ?? []).join("\n");
  const marks = new RegExp(
    `\\b(${["TO", "FIX"].map((word) => `${word}${word === "TO" ? "DO" : "ME"}`).join("|")}|XXX)\\b`,
  );
  expect(offenders(code, (source) => marks.test(comments(source)))).toEqual([]);
});

test("code that plain Node runs has only types that can be erased", () => {
  const node = code.filter(({ path }) => /^(lib|scripts|e2e)\//.test(path) && path.endsWith(".ts"));
  const notErasable =
    /^\s*(export\s+)?(declare\s+)?(const\s+)?enum\s|^\s*(export\s+)?namespace\s|constructor\([^)]*\b(private|public|protected|readonly)\s/m;
  expect(offenders(node, ({ text }) => notErasable.test(text))).toEqual([]);
});
