import { expect, test } from "vitest";
import { designWith, serviceAnswers } from "./designs.fixture.ts";
import { recordsOf, recordText } from "./records.ts";

test("what was suggested needs no record, what differs gets one with both sides", () => {
  const same = recordsOf(designWith(serviceAnswers, {})).map(({ because }) => because);
  const records = recordsOf(designWith(serviceAnswers, { architecture: { dependency_manager: "poetry" } }));
  const poetry = records.find(({ because }) => because === "architecture.dependency_manager");
  expect(same).not.toContain("architecture.dependency_manager");
  expect(poetry?.context).toContain("The suggestion was uv");
  expect(poetry?.decision).toContain("We chose Poetry");
});

test("a person's reason is quoted as text, never as markup", () => {
  const design = designWith(serviceAnswers, {
    architecture: { dependency_manager: "poetry" },
    reasons: { "architecture.dependency_manager": "# because\n<b>we</b> know it" },
  });
  const record = recordsOf(design).find(({ because }) => because === "architecture.dependency_manager");
  expect(record && recordText(record, 1)).toContain("The reason given: \\# because \\<b\\>we\\</b\\> know it.");
});

test("slugs are unique and safe in a path, and throwaway designs get no records", () => {
  const design = designWith(serviceAnswers, {
    architecture: { dependency_manager: "pip_requirements", persistence: "sqlite" },
  });
  const slugs = recordsOf(design).map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]+$/);
  const throwaway = designWith(serviceAnswers, { intake: { tier: 1 }, features: { docs_site: "none" } });
  expect(recordsOf(throwaway)).toEqual([]);
});
