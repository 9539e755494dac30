import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { variables } from "#lib/io/env.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

interface Service {
  environment: Record<string, string | null>;
}

const text = read("docker-compose.yml");
const { services } = parse(text, { merge: true }) as { services: { web: Service; worker: Service } };

/** What the image or the compose file decides, because it says where things are in a container. */
const DECIDED = ["DATABASE_URL", "PGPASSWORD", "PORT", "PLUMBLINE_DATA", "PLUMBLINE_CA_BUNDLE"];

test("web and worker get every setting of the product as the operator set it, without a default of their own", () => {
  const product = Object.keys(variables).filter((name) => !DECIDED.includes(name));
  for (const { environment } of [services.web, services.worker]) {
    const names = Object.keys(environment).filter((name) => !DECIDED.includes(name));
    expect(names.sort()).toEqual(product.sort());
    expect(names.filter((name) => environment[name] !== null)).toEqual([]);
  }
});

test("the guides name every setting of the product and of the compose file", () => {
  const guides = ["operate", "push", "sandbox"].map((name) => read(`docs/guides/${name}.md`)).join("\n");
  // `$$` is a dollar sign; what stands behind a single one comes from the operator.
  const asked = [...text.matchAll(/(?<!\$)\$\{([A-Z_]+)/g)].map(([, name]) => name as string);
  const named = (setting: string) => new RegExp(`\\b${setting}\\b`).test(guides);
  expect([...Object.keys(variables), ...asked].filter((setting) => !named(setting))).toEqual([]);
});
