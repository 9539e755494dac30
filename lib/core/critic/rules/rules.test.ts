import { describe, expect, it } from "vitest";
import { CAPS } from "../caps.ts";
import { DIMENSIONS } from "../dimensions.ts";
import { decisionsBehind } from "../fact-names.ts";
import { deriveFacts, type Facts } from "../facts.ts";
import { neighbours, sampleAnswers } from "../random-answers.fixture.ts";
import book from "../rule-book.fixture.json" with { type: "json" };
import { GENERIC_ENTITIES, SQL_RESERVED, STDLIB_CLASH, VAGUE_WORDS } from "../words.ts";
import { RULES, ruleById } from "./index.ts";

const ANSWERS = sampleAnswers(10_000);
const FACTS = ANSWERS.map(deriveFacts);

/** The rule book's own JavaScript conditions, compiled: the independent judge of ours. */
function bookCondition(js: string): (facts: Facts) => boolean {
  const names = Object.keys(FACTS[0] as Facts);
  const judge = new Function(...names, "GENERIC_ENTITY", "RESERVED_SQL", "STDLIB_CLASH", `return Boolean(${js});`);
  return (facts) =>
    judge(
      ...names.map((name) => facts[name as keyof Facts]),
      book.generic_entities,
      book.sql_reserved,
      book.stdlib_clash,
    );
}

describe("the rules of the critic", () => {
  it("are those of the rule book, value by value", () => {
    expect(
      RULES.map(({ id, checkpoint, dimension, points, level, message, fix, sources }) => ({
        id,
        checkpoint,
        dimension,
        points,
        level,
        message,
        fix: fix ?? "-",
        source: sources.join(" "),
      })),
    ).toEqual(book.rules.map(({ condition: _condition, js: _js, ...data }) => data));
  });

  it("share bases, caps and word lists with the rule book", () => {
    expect(Object.fromEntries(DIMENSIONS.map(({ id, base }) => [id, base]))).toEqual(book.base);
    expect(CAPS.map(({ id, dimension, max }) => ({ id, dimension, max }))).toEqual(
      book.caps.map(({ id, dimension, max }) => ({ id, dimension, max })),
    );
    expect([VAGUE_WORDS, GENERIC_ENTITIES, SQL_RESERVED, STDLIB_CLASH].map((words) => [...words])).toEqual([
      book.vague_words,
      book.generic_entities,
      book.sql_reserved,
      book.stdlib_clash,
    ]);
  });

  it("decide like the rule book on 10,000 random answer sets", () => {
    const judged = [...book.rules, ...book.caps].map(({ id, js }) => ({
      id,
      judge: bookCondition(js),
      ours: RULES.find((rule) => rule.id === id) ?? CAPS.find((cap) => cap.id === id),
    }));
    const different = judged.filter(({ judge, ours }) => FACTS.some((facts) => ours?.when(facts) !== judge(facts)));
    expect(different.map(({ id }) => id)).toEqual([]);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    "%s has a design that trips it and a neighbour that does not",
    (_id, rule) => {
      const tripped = ANSWERS.find((_answers, index) => rule.when(FACTS[index] as Facts));
      expect(tripped).toBeDefined();
      const quiet = [...neighbours(tripped as (typeof ANSWERS)[number])].find(
        (neighbour) => !rule.when(deriveFacts(neighbour)),
      );
      expect(quiet).toBeDefined();
    },
  );

  it("name exactly the facts their condition reads", () => {
    for (const rule of RULES) {
      const read = new Set<string>();
      const note = (target: Facts, name: string | symbol) => {
        read.add(String(name));
        return Reflect.get(target, name);
      };
      for (const facts of FACTS.slice(0, 3000)) rule.when(new Proxy(facts, { get: note }));
      expect([...read].sort(), rule.id).toEqual([...rule.reads].sort());
    }
  });
});

// The rule book's own wording, kept as it is: fixes that state the choice instead of ordering it.
const STATED_FIXES = ["CL10", "CL12", "RI08", "RI20"];

describe("the texts of the critic", () => {
  const weaknesses = RULES.filter((rule) => rule.level !== "good");

  it("rest on at least one answer", () => {
    // The share of explicit answers is no answer of its own.
    const without = RULES.filter((rule) => decisionsBehind(rule.reads).length === 0).map((rule) => rule.id);
    expect(without).toEqual(["CL14", "CL15"]);
  });

  it("blame nobody", () => {
    for (const rule of RULES)
      expect(`${rule.message} ${rule.why}`, rule.id).not.toMatch(
        /\byour? (fault|mistake|error)|\byou (forgot|failed|should have|did not)|\b(wrongly|stupid|lazy|careless)\b|!/i,
      );
  });

  it("tell what to do, starting with a verb", () => {
    const verbs =
      /^(Accept|Add|Align|Answer|Choose|Compile|Decide|Drop|Enable|Generate|Go|Keep|List|Lock|Mark|Merge|Move|Name|Raise|Remove|Replace|Run|Serve|Set|Start|State|Take|Translate|Use|Write|Change)\b/;
    expect(weaknesses.filter((rule) => !verbs.test(rule.fix ?? "")).map((rule) => rule.id)).toEqual(STATED_FIXES);
  });

  it("explain every weakness with a reason, an example and another way out", () => {
    for (const rule of RULES) {
      expect(rule.why, rule.id).toMatch(/^[A-Z"].+[.]$/);
      expect(rule.why.split(/[.] /).length, rule.id).toBeLessThanOrEqual(3);
      expect(rule.alternatives.length > 0 && rule.example !== null, rule.id).toBe(rule.level !== "good");
    }
  });

  it("refuse an id that no rule has", () => {
    expect(() => ruleById("XX99")).toThrow("XX99");
  });
});
