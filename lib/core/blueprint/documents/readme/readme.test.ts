import { describe, expect, test } from "vitest";
import { designWith, samples, serviceAnswers } from "../designs.fixture.ts";
import { readme } from "./readme.ts";

const pathsOf = (packageName: string): string[] =>
  [
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "pyproject.toml",
    ".github/workflows/ci.yml",
    "docs/adr/0001-x.md",
    "examples/quickstart.py",
    "Dockerfile",
    "compose.yaml",
    "tests/unit/test_x.py",
    "tests/integration/test_x.py",
  ].concat(
    [
      "__init__.py",
      "__main__.py",
      "settings.py",
      "auth.py",
      "log.py",
      "api/app.py",
      "api/health.py",
      "db/engine.py",
      "domain/x.py",
      "service/x.py",
      "domain/appointment.py",
    ].map((file) => `src/${packageName}/${file}`),
  );

describe.each(samples)("$name", ({ design }) => {
  const paths = pathsOf(design.packageName);
  const text = readme({ design, paths });

  test("links lead to files of the plan or to headings of the README", () => {
    const headings = new Set(
      [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => `#${title?.toLowerCase().replaceAll(" ", "-")}`),
    );
    const folders = new Set(
      paths.flatMap((path) => path.split("/").map((_, depth, parts) => parts.slice(0, depth).join("/"))),
    );
    for (const [, target = ""] of text.matchAll(/\]\(([^)]+)\)/g)) {
      if (target.startsWith("https://")) continue;
      expect(
        target.startsWith("#") ? headings.has(target) : paths.includes(target) || folders.has(target),
        target,
      ).toBe(true);
    }
  });

  test("sections stand in the agreed order and none is empty", () => {
    const order = [
      "Installation",
      "Quick start",
      "Features",
      "Architecture",
      "Structure",
      "Usage",
      "Configuration",
      "Development",
      "Testing",
      "Contributing",
      "Licence",
      "API",
      "Examples",
      "Deployment",
    ];
    const titles = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title as string);
    expect(titles).toEqual(order.filter((title) => titles.includes(title)));
    expect(text).not.toMatch(/^## .+\n\n(?=## )/m);
    expect(text).not.toMatch(/undefined|null|\[object/);
  });

  test("every command has a prompt, and fences are closed", () => {
    for (const [, body = ""] of text.matchAll(/```console\n([^`]*?)```/g)) expect(body).toMatch(/^(?:\$ .+\n)+$/);
    expect((text.match(/^```/gm) ?? []).length % 2).toBe(0);
  });
});

test("a file that the plan does not have is not mentioned", () => {
  const design = designWith(serviceAnswers, {});
  const text = readme({ design, paths: ["LICENSE", "README.md", "pyproject.toml"] });
  for (const absent of ["serve", "curl", "SECURITY.md", "CHANGELOG.md", "/v1/"]) expect(text).not.toContain(absent);
});

test("hostile words stay words: structure of the text does not change", () => {
  const write = (words: string) =>
    readme({ design: designWith(serviceAnswers, { intake: { description: words, non_goals: [words] } }), paths: [] });
  const skeleton = (text: string) =>
    text
      .split("\n")
      .map((line) => /^(?:#+ |```|- |\| |\$ )?/.exec(line)?.[0])
      .join("|");
  expect(skeleton(write("x\n# y\n```\n- z\n<script>| a |"))).toBe(skeleton(write("x")));
});
