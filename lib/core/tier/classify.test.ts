import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PartialAnswers } from "../catalog/answers.ts";
import { reasonsNeeded } from "../catalog/answers.ts";
import book from "../critic/rule-book.fixture.json" with { type: "json" };
import { classifyTier, contenders } from "./classify.ts";
import { EXTRA_QUESTIONS } from "./extra-questions.ts";
import { type TierInput, WORD_SIGNALS } from "./signals.ts";
import type { TierNumber } from "./tiers.ts";

const anyInput: fc.Arbitrary<TierInput> = fc.record(
  {
    description: fc.string(),
    purpose: fc.constantFrom("external_api", "internal_service", "library", "research", "cli_batch"),
    users: fc.subarray(["external", "internal_team", "developers", "automated", "personal"] as const),
    maturity: fc.constantFrom("prototype", "production", "long_term"),
    lifespan: fc.constantFrom("short", "medium", "long"),
    deployment: fc.constantFrom("local", "docker", "cloud", "multiple", "undecided"),
    team_size: fc.integer({ min: 1, max: 200 }),
    expected_users: fc.constantFrom("reviewer", "me", "hundreds", "thousands", "more", "developers"),
    compliance: fc.constantFrom("none", "privacy", "audited"),
  },
  { requiredKeys: [] },
);

/** A wording of each word signal that its pattern matches. */
const WORDS = [
  "take-home",
  "coding challenge",
  "interview",
  "assignment",
  "hackathon",
  "proof of concept",
  "throw-away",
  "weekend",
  "prototype",
  "experiment",
  "script",
  "MVP",
  "first version",
  "start-up",
  "scaling",
  "several teams",
  "multi-tenant",
  "growing",
  "enterprise",
  "compliance",
  "HIPAA",
  "SLA",
  "audit trail",
  "SAML",
  "open source",
  "PyPI",
  "library",
];

/** The personas whose answers the rule book does not print, in our words after its table (python-standard 4.4). */
const OTHER_PERSONAS: { name: string; tier: TierNumber; answers: TierInput }[] = [
  {
    name: "B interview take-home",
    tier: 1,
    answers: {
      description: "Take-home: keep a small library's loans and refuse a second loan of one copy",
      purpose: "external_api",
      users: ["personal"],
      maturity: "prototype",
      lifespan: "short",
      deployment: "local",
    },
  },
  {
    name: "G enterprise internal service",
    tier: 5,
    answers: {
      description: "Approves purchases of all business units with an audit trail for the regulators",
      purpose: "internal_service",
      users: ["internal_team", "automated"],
      maturity: "long_term",
      lifespan: "long",
      deployment: "multiple",
    },
  },
  {
    name: "H public Graphene API",
    tier: 4,
    answers: {
      description: "Lets partners read the product catalogue of a growing shop",
      purpose: "external_api",
      users: ["external", "automated"],
      maturity: "long_term",
      lifespan: "long",
      deployment: "cloud",
    },
  },
  {
    name: "I nightly batch CLI",
    tier: 3,
    answers: {
      description: "Imports meter readings every night and reports refused rows",
      purpose: "cli_batch",
      users: ["internal_team", "automated"],
      maturity: "production",
      lifespan: "medium",
      deployment: "docker",
    },
  },
];

describe("the tier classifier", () => {
  const personas = [
    ...book.examples.map(({ name, answers }) => ({
      name,
      tier: answers.tier as TierNumber,
      answers: answers as unknown as TierInput,
    })),
    ...OTHER_PERSONAS,
  ];

  it.each(personas)("suggests tier $tier for $name", ({ tier, answers }) => {
    expect(classifyTier(answers).tier).toBe(tier);
  });

  it("knows nothing from nothing: the default, no confidence, and questions", () => {
    expect(classifyTier({})).toMatchObject({
      tier: 3,
      confidence: 0,
      close: true,
      signals: [],
      extraQuestions: ["expected_users", "team_size"],
    });
  });

  it("explains itself with the answers that spoke, the suggested tier's first", () => {
    expect(classifyTier({ description: "An open source toolkit", purpose: "research" }).signals).toEqual([
      { text: 'the description says "open source"', answer: "description", tier: 6, weight: 6 },
      { text: 'the description says "library"', answer: "description", tier: 6, weight: 2 },
      { text: "it answers a research question", answer: "purpose", tier: 2, weight: 3 },
    ]);
  });

  it("gives a confidence from 0 to 1, all six tiers, and the same result every time", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const suggestion = classifyTier(input);
        expect(suggestion.confidence >= 0 && suggestion.confidence <= 1).toBe(true);
        expect(suggestion.ranking.map(({ tier }) => tier).sort()).toEqual([1, 2, 3, 4, 5, 6]);
        expect(suggestion.ranking[0]?.tier).toBe(suggestion.tier);
        expect(
          suggestion.extraQuestions.length <= 2 && (suggestion.close || suggestion.extraQuestions.length === 0),
        ).toBe(true);
        expect(classifyTier(input)).toEqual(suggestion);
      }),
    );
  });

  it("does not care in which order words are said, nor users listed", () => {
    fc.assert(
      fc.property(anyInput, fc.shuffledSubarray(WORDS), (input, words) => {
        const users = input.users && [...input.users].reverse();
        const backwards = { ...input, users, description: [...words].reverse().join(", ") };
        expect(classifyTier(backwards)).toEqual(classifyTier({ ...input, description: words.join(", ") }));
      }),
    );
  });

  it("never ranks a tier lower for one more word that speaks for it", () => {
    fc.assert(
      fc.property(anyInput, fc.subarray(WORDS), fc.nat(WORDS.length - 1), (input, words, index) => {
        const { supports } = WORD_SIGNALS[index] as (typeof WORD_SIGNALS)[number];
        const [tier] = Object.entries(supports).sort((a, b) => b[1] - a[1])[0] as [string, number];
        const rank = (said: string[]) =>
          classifyTier({ ...input, description: said.join(", ") }).ranking.findIndex(
            (ranked) => ranked.tier === Number(tier),
          );
        expect(rank([...words, WORDS[index] as string])).toBeLessThanOrEqual(rank(words));
      }),
    );
  });

  it("hears every declared word, and not when it is negated", () => {
    for (const [index, word] of WORDS.entries()) {
      const name = WORD_SIGNALS[index]?.name;
      expect(classifyTier({ description: `Built as ${word}, quickly` }).signals.map(({ text }) => text)).toContain(
        `the description says "${name}"`,
      );
      for (const negated of [
        `not an ${word} thing`,
        `there is no ${word}`,
        `Without any ${word}`,
        `it isn\u2019t a real ${word}`,
      ]) {
        expect(classifyTier({ description: negated }).signals.map(({ text }) => text)).not.toContain(
          `the description says "${name}"`,
        );
      }
    }
  });

  it("keeps negation inside its clause and words whole", () => {
    expect(classifyTier({ description: "Not large, an enterprise ledger" }).tier).toBe(5);
    expect(classifyTier({ description: "Translates islands into prescripts" }).signals).toEqual([]);
  });
});

describe("extra questions", () => {
  const close: TierInput = {
    purpose: "internal_service",
    users: ["internal_team", "automated"],
    maturity: "long_term",
    lifespan: "long",
    deployment: "multiple",
  };

  it("are asked when two tiers are close, and their answers decide", () => {
    expect(classifyTier(close)).toMatchObject({ close: true, extraQuestions: ["expected_users", "team_size"] });
    expect(classifyTier({ ...close, team_size: 40 })).toMatchObject({ tier: 5, close: false });
    expect(classifyTier({ ...close, expected_users: "thousands", compliance: "privacy" })).toMatchObject({
      tier: 4,
      close: false,
    });
    expect(classifyTier({ ...close, compliance: "audited" })).toMatchObject({ tier: 5, close: false });
  });

  it("are asked exactly when more than one tier may be meant, and those can be chosen without a reason", () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom(1, 2, 3, 4, 5, 6), (input, tier) => {
        const suggestion = classifyTier(input);
        const meant = contenders(suggestion);
        expect(meant[0]).toBe(suggestion.tier);
        expect(meant.length > 1).toBe(suggestion.close);
        const intake = { ...input, tier } as PartialAnswers["intake"];
        if (input.expected_users === undefined && input.compliance === undefined)
          expect(reasonsNeeded("intake", { intake }).length === 0).toBe(meant.includes(tier as TierNumber));
      }),
    );
  });

  it("are not asked twice", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(classifyTier(input).extraQuestions.filter((id) => input[id] !== undefined)).toEqual([]);
      }),
    );
  });

  it("can tell any two tiers apart", () => {
    const tiers = [1, 2, 3, 4, 5, 6] as const;
    const lifted = new Set(
      EXTRA_QUESTIONS.flatMap(({ options }) =>
        options.map(({ supports }) => Object.entries(supports).sort((a, b) => b[1] - a[1])[0]?.[0]),
      ),
    );
    expect([...lifted].sort()).toEqual(tiers.map(String));
  });
});
