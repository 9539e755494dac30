import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { productRoot } from "./product-root.ts";
import { routeTemplate, templatesOf } from "./route-templates.ts";

const FILES = readdirSync(join(productRoot(), "app"), { recursive: true, encoding: "utf8" });
const templates = templatesOf(FILES).map(({ template }) => template);

test("each address of ours is told by its own template, whatever stands in its parameters", () => {
  expect(templates.length).toBeGreaterThan(20);
  for (const template of templates)
    for (const value of ["v1", "plan", "..%2F", "x".repeat(500)]) {
      const path = template
        .replace(/\[\.\.\.[^\]]+\]/, `${value}/${value}`)
        .replaceAll(/\[[^\]]+\]/g, "AAAAAAAAAAAAAAAAAAAAAA");
      expect(routeTemplate(path), path).toBe(template);
    }
});

test("what is written out goes before a parameter, a parameter before the rest of a path", () => {
  const ordered = templatesOf([
    "a/[...rest]/page.tsx",
    "a/[one]/page.tsx",
    "a/b/route.ts",
    "_server/page.tsx",
    "(group)/c/page.tsx",
  ]);
  const told = (path: string) => ordered.find(({ form }) => form.test(path))?.template;
  expect(["/a/b", "/a/x", "/a/x/y", "/c", "/_server"].map(told)).toEqual([
    "/a/b",
    "/a/[one]",
    "/a/[...rest]",
    "/c",
    undefined,
  ]);
});

test.each(["/wp-login.php", "/P/x", "//", "/%00", "/s", "/_next/data/x"])(
  "no strange address names itself: %j",
  (path) => {
    expect(["unknown", ...templates.filter((template) => template.includes("[..."))]).toContain(routeTemplate(path));
  },
);
