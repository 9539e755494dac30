import { describe, expect, test } from "vitest";
import { designWith, serviceAnswers } from "#lib/core/blueprint/documents/designs.fixture.ts";
import { DOCS_PAGES, docsValues, hasPage } from "#lib/core/blueprint/documents/service-docs.ts";
import { openapiOutline } from "#lib/core/blueprint/python/openapi-outline.ts";
import { quickstartValues } from "#lib/core/blueprint/python/quickstart.ts";
import type { Field, Resource } from "#lib/core/catalog/structure/resource.ts";
import type { Design } from "#lib/core/design/design.ts";

const designOf = (...resources: Resource[]): Design => designWith(serviceAnswers, { structure: { resources } });
const desk = (fields: Field[], lifecycle?: Resource["lifecycle"]): Resource => ({
  name: "Desk",
  plural: "desks",
  fields,
  lifecycle,
});
const outlineOf = (...resources: Resource[]) => JSON.parse(openapiOutline(designOf(...resources)));

describe("the promised interface", () => {
  test("a resource with a lifecycle offers its moves instead of deletion", () => {
    const moving = desk([{ name: "floor", type: "int" }], {
      states: ["free", "taken"],
      transitions: [{ name: "check_in", from: ["free"], to: "taken" }],
    });
    const { routes } = outlineOf(moving);
    expect(Object.keys(routes)).toContain("POST /v1/desks/{id}/check-in");
    expect(Object.keys(routes)).not.toContain("DELETE /v1/desks/{id}");
    expect(routes["GET /v1/desks"].parameters).toEqual(["cursor", "limit", "state"]);
    expect(Object.keys(outlineOf(desk([{ name: "floor", type: "int" }])).routes)).toContain("DELETE /v1/desks/{id}");
  });

  test("optional fields may be null and are not required of clients, but are in every answer", () => {
    const { documents } = outlineOf(desk([{ name: "note", type: "str", required: false }]));
    expect(documents.DeskCreate).toEqual({ required: [], types: { note: "string or null" } });
    expect(documents.DeskRead.required).toContain("note");
  });

  test("a change asks for the version and can be refused for it", () => {
    const { routes } = outlineOf(desk([{ name: "floor", type: "int" }]));
    expect(routes["PATCH /v1/desks/{id}"].parameters).toContain("If-Match");
    expect(routes["PATCH /v1/desks/{id}"].statuses).toEqual(expect.arrayContaining(["412", "428"]));
  });
});

describe("the quick start", () => {
  test("unique values are new on every walk, others are plain", () => {
    const { body } = quickstartValues(
      designOf(
        desk([
          { name: "code", type: "str", unique: true, max_length: 4 },
          { name: "badge", type: "uuid", unique: true },
          { name: "floor", type: "int", minimum: 3 },
        ]),
      ),
    );
    expect(body).toEqual(['"code": f"{token[:4]}",', '"badge": str(UUID(token)),', '"floor": 3,']);
  });

  test("a field that only has unique values is sent again unchanged", () => {
    const only = designOf(desk([{ name: "badge", type: "uuid", unique: true }]));
    expect(quickstartValues(only).change).toBe('body["badge"]');
  });
});

describe("the documentation", () => {
  const pages = (docs_content: ("tutorials" | "architecture")[]) => {
    const design = designWith(serviceAnswers, { features: { docs_site: "markdown", docs_content } });
    return DOCS_PAGES.filter((page) => hasPage(design, page)).map(({ file }) => file);
  };

  test("pages follow the chosen contents, in reading order", () => {
    expect(pages([])).toEqual(["errors.md", "configuration.md", "operations.md"]);
    expect(pages(["tutorials", "architecture"])).toEqual([
      "tutorial.md",
      "errors.md",
      "configuration.md",
      "operations.md",
      "architecture.md",
    ]);
  });

  test("lifecycles are described only where there are any", () => {
    expect(docsValues(designOf(desk([{ name: "floor", type: "int" }]))).lifecycles).toEqual([]);
  });
});
