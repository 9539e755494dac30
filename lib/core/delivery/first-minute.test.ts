import { expect, test } from "vitest";
import { readme } from "../blueprint/documents/readme/readme.ts";
import { examples } from "../catalog/examples.ts";
import { designFrom } from "../design/design.ts";
import { firstMinute } from "./first-minute.ts";

const context = (answers: (typeof examples)[number]["answers"]) => {
  const design = designFrom(answers);
  return { design, paths: [`src/${design.packageName}/__main__.py`, "examples/quickstart.py"] };
};

test.each(examples.map((example) => [example.id, example] as const))(
  "every command for %s stands in its README too",
  (_, { answers }) => {
    const told = firstMinute(context(answers));
    const text = readme(context(answers));
    const own = told
      .filter(({ title }) => title !== "Unpack")
      .flatMap(({ parts }) => parts.flatMap(({ commands }) => commands));
    expect(own.length).toBeGreaterThan(2);
    expect(own.filter((command) => !text.includes(`$ ${command}`))).toEqual([]);
  },
);

test("what one should know first is plain text without Markdown", () => {
  const notes = examples.flatMap(({ answers }) =>
    firstMinute(context(answers)).flatMap(({ parts }) => parts.map(({ note }) => note)),
  );
  expect(notes.filter((note) => /`|\]\(/.test(note))).toEqual([]);
  expect(notes.some((note) => note.startsWith("You need Python"))).toBe(true);
});
