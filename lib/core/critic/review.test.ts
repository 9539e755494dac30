import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BANDS, bandOf } from "./bands.ts";
import { deriveFacts, type FactInput } from "./facts.ts";
import { anyAnswers } from "./random-answers.fixture.ts";
import { review } from "./review.ts";
import { LEVELS } from "./rule.ts";
import book from "./rule-book.fixture.json" with { type: "json" };
import { RULES } from "./rules/index.ts";

const goldens = book.examples.flatMap((example) =>
  ([1, 2] as const).map((checkpoint) => ({
    name: example.name,
    checkpoint,
    answers: example.answers as unknown as FactInput,
    expected: checkpoint === 1 ? example.checkpoint1 : example.checkpoint2,
  })),
);

describe("a review", () => {
  it.each(goldens)("of $name at checkpoint $checkpoint is the worked example", ({ answers, checkpoint, expected }) => {
    const { dimensions, total, band, findings } = review(answers, checkpoint);
    const fired = findings.map(({ id }) => id);
    expect({
      scores: Object.fromEntries(dimensions.map(({ id, score }) => [id, score])),
      total,
      band,
      fired: RULES.map(({ id }) => id).filter((id) => fired.includes(id)),
    }).toEqual(expected);
  });

  it("stays in range, in halves, and explains each score", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(1 as const, 2 as const), (answers, checkpoint) => {
        const { dimensions, total, band } = review(answers, checkpoint);
        expect(total).toBe(dimensions.reduce((sum, { score }) => sum + score, 0));
        expect(bandOf(total).id).toBe(band);
        for (const { score, justification } of dimensions) {
          expect(score >= 0 && score <= 5 && Number.isInteger(score * 2)).toBe(true);
          expect(justification).toMatch(/^[34] to start with, .+\.$/);
        }
      }),
    );
  });

  it("gives the same bytes for the same answers, whatever the order of their keys", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const reversed = Object.fromEntries(Object.entries(answers).reverse()) as unknown as FactInput;
        expect(JSON.stringify(review(reversed, 2))).toBe(JSON.stringify(review(answers, 2)));
      }),
    );
  });

  it("puts the gravest findings first, and inside a level the heaviest", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const order = review(answers, 2).findings.map(
          ({ level, points }) => LEVELS.indexOf(level) * 10 - Math.abs(points),
        );
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });

  it("never counts a feature before the features are decided", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { findings } = review(answers, 1);
        expect(findings.filter(({ id }) => RULES.find((rule) => rule.id === id)?.checkpoint === 2)).toEqual([]);
      }),
    );
  });

  it("lists decisions nobody took, and names blockers", () => {
    const silent = book.examples.find(({ name }) => name.startsWith("J"))?.answers as unknown as FactInput;
    const { missing, blockers, findings } = review(silent, 2);
    expect(missing.map(({ decision }) => decision)).toEqual(["auth", "data_class", "deployment", "concurrency"]);
    expect(blockers).toEqual(["CO04", "RI01"]);
    expect(findings[0]?.evidence).toEqual([
      { fact: "testing", label: "testing", value: "none", decisions: ["testing"] },
      { fact: "prod", label: "is meant for production", value: true, decisions: ["maturity"] },
    ]);
  });

  it("says in words what a cap held back", () => {
    const silent = book.examples.find(({ name }) => name.startsWith("J"))?.answers as unknown as FactInput;
    const risk = review({ ...silent, non_goals: ["no payments"] }, 2).dimensions.find(({ id }) => id === "Risk");
    expect(risk).toEqual({
      id: "Risk",
      score: 1.5,
      justification:
        "4 to start with, 0.5 gained by 1 strength, 2 lost to 1 weakness; held at 1.5, because nothing tests what goes to production. Most telling: Shipping untested code to production.",
    });
  });
});

describe("the bands", () => {
  it("cover 0 to 25 without a gap, best first", () => {
    expect(BANDS.map(({ min, id }) => [min, id])).toEqual(book.bands);
    expect([25, 20, 19.5, 15, 14.5, 10, 9.5, 0].map((total) => bandOf(total).min)).toEqual([
      20, 20, 15, 15, 10, 10, 0, 0,
    ]);
  });
});

describe("facts", () => {
  const answers = book.examples[0]?.answers as unknown as FactInput;
  it("count words the way the rule book does", () => {
    expect(
      deriveFacts({ ...answers, description: "An app's state-of-the-art THINGS: 2 systems, 1 system" }),
    ).toMatchObject({ desc_words: 6, desc_vague: 2 });
  });
  it("find a non-goal that excludes a user interface, and only as a word", () => {
    expect(
      [["No UI"], ["no front-end"], ["no frontend"], ["No User Interface yet"], ["no fruit guides"]].map(
        (non_goals) => deriveFacts({ ...answers, non_goals }).non_goal_ui,
      ),
    ).toEqual([true, false, true, true, false]);
  });
  it("derive persistence only when nobody said", () => {
    const derived = (given: Partial<FactInput>) =>
      deriveFacts({ ...answers, persistence: undefined, ...given }).persistence;
    expect([
      derived({}),
      derived({ tier: 2 }),
      derived({ tier: 2, api: "none" }),
      derived({ purpose: "library" }),
      derived({ purpose: "cli_batch" }),
      derived({ persistence: "none" }),
    ]).toEqual(["postgres", "sqlite", "none", "none", "sqlite", "none"]);
  });
});
