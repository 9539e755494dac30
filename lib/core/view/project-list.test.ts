import fc from "fast-check";
import { expect, test } from "vitest";
import { PROJECTS_A_PAGE, pageOfProjects, projectsAsked, projectsHref } from "./project-list.ts";

const named = (...titles: string[]) => titles.map((title) => ({ title }));
const titlesFor = (query: string, ...titles: string[]) =>
  pageOfProjects(named(...titles), { query, page: 1 }).projects.map(({ title }) => title);

test("going through the pages shows every project that is found once, in order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 3 }), { maxLength: 60 }),
      fc.string({ maxLength: 2 }),
      (titles, query) => {
        const all = named(...titles);
        const { pages, found, total } = pageOfProjects(all, { query, page: 1 });
        const seen = Array.from({ length: pages }, (_, index) => pageOfProjects(all, { query, page: index + 1 }));
        const shown = seen.flatMap(({ projects }) => projects);
        expect(shown).toEqual(all.filter((one) => shown.includes(one)));
        expect([shown.length, total]).toEqual([found, all.length]);
        expect(seen.every(({ projects }) => projects.length <= PROJECTS_A_PAGE)).toBe(true);
      },
    ),
  );
});

test("a name is found by any of its words, whatever their case, order and accents", () => {
  expect(titlesFor("MULLER book", "Bücher", "book-müller", "müller")).toEqual(["book-müller"]);
  expect(titlesFor("100%", "100% sure", "1000 sure")).toEqual(["100% sure"]);
  expect(titlesFor("a_b", "axb", "a_b")).toEqual(["a_b"]);
  expect(titlesFor("  ", "one", "two")).toEqual(["one", "two"]);
});

test("a page beyond the last is the last, also of nothing", () => {
  expect(pageOfProjects(named("a"), { query: "", page: 9 })).toMatchObject({ page: 1, pages: 1, found: 1 });
  expect(pageOfProjects(named("a"), { query: "b", page: 9 })).toMatchObject({ page: 1, pages: 1, found: 0, total: 1 });
});

test("an address reads back as what it asks for, and any other asks for the first page of all", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.integer({ min: 1, max: 999_999 }), (query, page) => {
      const asked = { query: query.trim().toWellFormed(), page };
      const address = new URL(projectsHref(asked), "http://localhost");
      expect(projectsAsked(Object.fromEntries(address.searchParams))).toEqual(asked);
    }),
  );
  for (const page of ["0", "-1", "1e9", "x", "", "9999999", undefined, ["2", "3"]])
    expect(projectsAsked({ page, q: ["a"] })).toEqual({ query: "", page: 1 });
});
