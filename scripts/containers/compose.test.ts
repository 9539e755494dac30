import { readFileSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { variables } from "#lib/io/env.ts";
import { SOURCES } from "../build.ts";
import { SWEEPING } from "../postgres.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

interface Service {
  environment: Record<string, string | null>;
}

const text = read("docker-compose.yml");
const { services } = parse(text, { merge: true }) as {
  services: { web: Service; worker: Service; postgres: { command: string[] } };
};

/** What the image or the compose file decides, because it says where things are in a container. */
const DECIDED = ["DATABASE_URL", "PGPASSWORD", "PORT", "PLUMBLINE_DATA", "PLUMBLINE_CA_BUNDLE"];

/** Only the command line reads it. */
const OF_THE_COMMAND = ["PLUMBLINE_PUSH_TOKEN"];

test("web and worker get every setting of the product as the operator set it, without a default of their own", () => {
  const product = Object.keys(variables).filter((name) => ![...DECIDED, ...OF_THE_COMMAND].includes(name));
  for (const { environment } of [services.web, services.worker]) {
    const names = Object.keys(environment).filter((name) => !DECIDED.includes(name));
    expect(names.sort()).toEqual(product.sort());
    expect(names.filter((name) => environment[name] !== null)).toEqual([]);
  }
});

test("the database of the compose file sweeps as often as the one that comes along", () => {
  expect(services.postgres.command).toEqual(expect.arrayContaining(SWEEPING));
});

test("the guides name every setting of the product and of the compose file", () => {
  const guides = ["operate", "push", "sandbox"].map((name) => read(`docs/guides/${name}.md`)).join("\n");
  // `$$` is a dollar sign; what stands behind a single one comes from the operator.
  const asked = [...text.matchAll(/(?<!\$)\$\{([A-Z_]+)/g)].map(([, name]) => name as string);
  const named = (setting: string) => new RegExp(`\\b${setting}\\b`).test(guides);
  expect([...Object.keys(variables), ...asked].filter((setting) => !named(setting))).toEqual([]);
});

test("the image is made of the product's own files and of nothing that lies beside them", () => {
  const rules = read(".dockerignore").split("\n");
  const letIn = rules.filter((rule) => rule.startsWith("!")).map((rule) => rule.slice(1));
  const travels = (path: string) => letIn.some((pattern) => matchesGlob(path, pattern));
  const needed = [...SOURCES, "prisma", "sandbox", "scripts", "templates", "package.json", ".npmrc"];
  expect(needed.filter((path) => !travels(path))).toEqual([]);
  expect([".env", ".git", "plumbline.backup", "plumbline-images.tar.gz", "key.pem"].filter(travels)).toEqual([]);
});
