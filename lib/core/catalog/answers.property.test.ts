import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { answerAt } from "./access.ts";
import {
  answersFile,
  answersJsonSchema,
  answersSchema,
  canonicalJson,
  checkAnswer,
  parseAnswers,
  parsePartial,
} from "./answers.ts";
import { arbitraryAnswers } from "./arbitrary-answers.ts";
import { decisions, pathOf } from "./index.ts";

const RUNS = { numRuns: 60 };
// Ten times what a quiet machine needs: tests run beside builds and browsers.
vi.setConfig({ testTimeout: 60_000 });

test("any valid answers come back unchanged from their canonical JSON and from their file", () => {
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => {
      expect(parseAnswers(JSON.parse(canonicalJson(answers)))).toEqual({ ok: true, value: answers });
      const parsed = parseAnswers(JSON.parse(answersFile(answers)));
      expect(parsed.ok && answersFile(parsed.value)).toBe(answersFile(answers));
    }),
    RUNS,
  );
});

test("canonical JSON does not depend on the order of keys", () => {
  const shuffled = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(shuffled)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, shuffled(inner)]),
          )
        : value;
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => canonicalJson(shuffled(answers)) === canonicalJson(answers)),
    RUNS,
  );
});

test("what the whole document accepts, the form accepts decision by decision, and drafts too", () => {
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => {
      expect(parsePartial(answers).ok).toBe(true);
      for (const decision of decisions) {
        const value = answerAt(answers, pathOf(decision));
        if (value !== undefined) expect(checkAnswer(pathOf(decision), value, answers)).toEqual({ ok: true, value });
      }
    }),
    { numRuns: 30 },
  );
});

test("the schema that others validate with accepts every valid document", () => {
  const schema = answersSchema();
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => schema.safeParse(answers).success),
    RUNS,
  );
  expect(answersJsonSchema()).toMatchObject({ type: "object", additionalProperties: false });
});

test("taking any one answer out either names that answer or falls back to a silence that has a meaning", () => {
  fc.assert(
    fc.property(arbitraryAnswers, fc.constantFrom(...decisions), (answers, decision) => {
      const { [decision.id]: gone, ...rest } = answers[decision.stage as "intake"] as Record<string, unknown>;
      const parsed = parseAnswers({ ...answers, [decision.stage]: rest });
      if (gone === undefined || parsed.ok) return;
      expect(parsed.error.map(({ path }) => path.split("[")[0])).toContain(affected(decision.id, pathOf(decision)));
    }),
    RUNS,
  );
});

/** Where the absence of an answer shows: an API left out is a NO, so its audience has nothing to apply to. */
const affected = (id: string, path: string): string =>
  ({ api: "features.api_purpose", docs_site: "features.docs_content" })[id] ?? path;
