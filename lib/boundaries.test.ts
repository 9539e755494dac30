import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/**
 * Who may import what (DESIGN 3). The longest prefix that fits a file is its rule. `packages` are npm packages; "*" is any.
 * Tests and what only they use may import anything.
 */
const RULES: Record<string, { ours: readonly string[]; packages: readonly string[] | "*" }> = {
  "lib/core/": {
    ours: ["lib/core/", "templates/versions.json"],
    packages: ["zod", "diff", "smol-toml", "yaml", "@lezer/python", "@lezer/common"],
  },
  "lib/wizard/": { ours: ["lib/core/", "lib/io/", "lib/wizard/"], packages: ["zod", "diff"] },
  "lib/io/": { ours: ["lib/core/", "lib/io/"], packages: "*" },
  "lib/cli/": { ours: ["lib/core/", "lib/wizard/", "lib/io/", "lib/cli/"], packages: "*" },
  "components/": { ours: ["components/", "lib/core/"], packages: "*" },
  "app/": { ours: ["app/", "components/", "lib/core/", "lib/wizard/", "lib/io/"], packages: "*" },
  "scripts/bench": { ours: ["scripts/", "lib/"], packages: "*" },
  "scripts/chaos": { ours: ["scripts/", "lib/"], packages: "*" },
  "scripts/worker": { ours: ["scripts/", "lib/"], packages: "*" },
  "scripts/": { ours: ["scripts/", "lib/io/", "lib/core/"], packages: "*" },
  "e2e/": { ours: ["e2e/", "lib/core/", "scripts/"], packages: "*" },
};

/** Packages that a layer must not touch although "*" lets it import others. */
const FORBIDDEN: Record<string, RegExp> = {
  "lib/io/": /^(react|react-dom|next)(\/|$)/,
  "lib/cli/": /^(react|react-dom|next)(\/|$)/,
  "components/": /^(node:|pg$|@prisma\/|pg-boss|pyodide)/,
  "app/": /^(node:fs|pg$|@prisma\/|pyodide)/,
};

interface Import {
  file: string;
  target: string;
  own: boolean;
  typeOnly: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const found = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^"'`;]*?from\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|^import\s+["']([^"']+)["']/gm,
  );
  return [...found].map((match) => {
    const written = match[2] ?? match[3] ?? match[4] ?? "";
    const own = written.startsWith(".") || written.startsWith("#");
    const full = written.startsWith("#") ? join(ROOT, written.slice(1)) : resolve(ROOT, dirname(file), written);
    const target = own ? relative(ROOT, full).split(sep).join("/") : written;
    return { file, target, own, typeOnly: match[1] !== undefined };
  });
}

const folders = ["app", "components", "lib", "scripts", "e2e"];
const all = folders.flatMap(sourceFiles).flatMap(importsOf);
const isTest = (file: string) =>
  /\.test\.tsx?$|\.fixture\.ts$|\/arbitrary-/.test(file) || file.startsWith("scripts/testing/");
const packageName = (target: string) => target.split("/", target.startsWith("@") ? 2 : 1).join("/");

function offence({ file, target, own, typeOnly }: Import): string | undefined {
  const prefix = Object.keys(RULES)
    .filter((candidate) => file.startsWith(candidate))
    .sort((a, b) => b.length - a.length)[0];
  const rule = prefix ? RULES[prefix] : undefined;
  if (!prefix || !rule || isTest(file)) return undefined;
  const line = `${file} -> ${target}`;
  if (own) return rule.ours.some((allowed) => target.startsWith(allowed)) ? undefined : line;
  if (FORBIDDEN[prefix]?.test(target) && !typeOnly) return line;
  return rule.packages === "*" || rule.packages.includes(packageName(target)) || target.startsWith("node:test")
    ? undefined
    : line;
}

test("sees the imports of every layer", () => {
  for (const prefix of ["lib/core/", "lib/io/", "app/", "components/", "scripts/"]) {
    expect(all.filter(({ file }) => file.startsWith(prefix)).length, prefix).toBeGreaterThan(5);
  }
});

test("each layer imports only what it may", () => {
  expect(all.map(offence).filter(Boolean)).toEqual([]);
});

test("one verb does not call another", () => {
  const shared = new Set([
    "lib/wizard/toolbox.ts",
    "lib/wizard/caller.ts",
    "lib/wizard/load-generation.ts",
    "lib/wizard/checking.ts",
    "lib/wizard/standing.ts",
    "lib/wizard/proved.ts",
    "lib/wizard/enqueue-run.ts",
    "lib/wizard/comparing.ts",
    "lib/wizard/repairing.ts",
    "lib/wizard/delivering.ts",
    "lib/wizard/packing.ts",
    "lib/wizard/reporting.ts",
    "lib/wizard/delivered.ts",
    "lib/wizard/report-generation.ts",
  ]);
  const calls = all.filter(({ file, target }) => file.startsWith("lib/wizard/") && target.startsWith("lib/wizard/"));
  expect(
    calls
      .filter(({ file, target }) => !isTest(file) && !shared.has(target))
      .map(({ file, target }) => `${file} -> ${target}`),
  ).toEqual([]);
});

test("our own imports name the file with its extension", () => {
  const bare = all.filter(({ own, target }) => own && !/\.(tsx?|mjs|json|css|svg)$/.test(target));
  expect(bare.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});
