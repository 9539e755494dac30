import { describe, expect, it } from "vitest";
import { deriveFacts, type FactInput, type Facts } from "../critic/facts.ts";
import { neighbours, sampleAnswers } from "../critic/random-answers.fixture.ts";
import criticBook from "../critic/rule-book.fixture.json" with { type: "json" };
import { RULES } from "../critic/rules/index.ts";
import { SEVERITIES } from "./interaction-rule.ts";
import { interactionsFor } from "./interactions.ts";
import book from "./rule-book.fixture.json" with { type: "json" };
import { INTERACTION_RULES } from "./rules/index.ts";

const ANSWERS = sampleAnswers(3000);
const FACTS = ANSWERS.map(deriveFacts);

/** Conditions the rule book states in words, because no answer alone sets them off. */
const IN_WORDS = book.rules.filter(({ condition }) => !isExpression(condition)).map(({ id }) => id);

function isExpression(condition: string): boolean {
  const names = condition.replace(/'[^']*'/g, "").match(/[A-Za-z_]+/g) ?? [];
  return names.every((name) => ["and", "or", "not", "in"].includes(name) || name in (FACTS[0] as Facts));
}

/** The rule book's Python condition as JavaScript; `persistence` alone means that there is some. */
function bookCondition(condition: string): (facts: Facts) => boolean {
  const js = condition
    .replace(/\bpersistence\b(?! (in|==|!=))/g, "(persistence != 'none')")
    .replace(/(\w+) not in \(([^)]*)\)/g, "![$2].includes($1)")
    .replace(/(\w+) in \(([^)]*)\)/g, "[$2].includes($1)")
    .replace(/\band\b/g, "&&")
    .replace(/\bor\b/g, "||")
    .replace(/\bnot\b/g, "!");
  const names = Object.keys(FACTS[0] as Facts);
  const judge = new Function(...names, `return Boolean(${js});`);
  return (facts) => judge(...names.map((name) => facts[name as keyof Facts]));
}

describe("the interaction rules", () => {
  it("are those of the rule book: id, area, severity, reason, source and critic rule", () => {
    expect(
      INTERACTION_RULES.map(({ id, area, severity, reason, sources }) => ({
        id,
        area,
        severity,
        reason,
        source: sources.join(" "),
      })),
    ).toEqual(book.rules.map(({ condition: _condition, effect: _effect, ...data }) => data));
    for (const [index, rule] of INTERACTION_RULES.entries()) {
      const named = /\bC: ([^.;]*)/.exec(book.rules[index]?.effect ?? "")?.[1]?.match(/[A-Z]{2}\d\d/g) ?? [];
      expect(rule.critic, rule.id).toEqual(named);
      expect(named.filter((id) => !RULES.some((known) => known.id === id))).toEqual([]);
    }
  });

  it("are in words where no answer sets them off", () => {
    expect(IN_WORDS).toEqual([
      "PV10",
      "DM06",
      "DM08",
      "DM09",
      "DM10",
      "DM11",
      "DM12",
      "AP05",
      "AP07",
      "CF05",
      "CF07",
      "CF10",
      "PS02",
      "PS07",
      "PS09",
      "PS10",
      "TS05",
      "CI02",
      "CI03",
      "CI04",
      "ST01",
      "ST02",
      "ST03",
    ]);
    expect(INTERACTION_RULES.filter(({ applies }) => applies === null).map(({ id }) => id)).toEqual([
      "DM08",
      "DM09",
      "AP05",
      "CF05",
      "CF10",
      "PS02",
      "PS09",
      "PS10",
    ]);
  });

  it("decide like the rule book wherever it gives an expression", () => {
    const expressions = book.rules.filter(({ condition }) => isExpression(condition));
    expect(expressions.length).toBe(70);
    const different = expressions.filter(({ id, condition }) => {
      const judge = bookCondition(condition);
      const ours = INTERACTION_RULES.find((rule) => rule.id === id);
      return FACTS.some((facts) => ours?.applies?.(facts) !== judge(facts));
    });
    expect(different.map(({ id }) => id)).toEqual([]);
  });

  it("each fire for some answers and, one answer changed, do not", () => {
    const always = ["PV10", "ST01", "ST03"];
    for (const { id, applies } of INTERACTION_RULES) {
      if (!applies || always.includes(id)) continue;
      const fired = ANSWERS.find((_answers, index) => applies(FACTS[index] as Facts));
      expect(fired, id).toBeDefined();
      expect(
        [...neighbours(fired as FactInput)].some((neighbour) => !applies(deriveFacts(neighbour))),
        id,
      ).toBe(true);
    }
  });

  it("name the facts they read", () => {
    for (const { id, applies, reads } of INTERACTION_RULES) {
      const read = new Set<string>();
      const note = (target: Facts, name: string | symbol) => {
        read.add(String(name));
        return Reflect.get(target, name);
      };
      for (const facts of FACTS) applies?.(new Proxy(facts, { get: note }));
      expect([...read].sort(), id).toEqual([...reads].sort());
    }
  });

  it("speak to people: whole sentences, no code, no notes to ourselves", () => {
    for (const { id, effect } of INTERACTION_RULES) {
      expect(effect, id).toMatch(/^[A-Z].{30,240}\.$/);
      expect(effect, id).not.toMatch(/[`_{}=!]|\b[GC]: |TODO/);
    }
  });
});

describe("the interactions of a design", () => {
  const clinic = deriveFacts(criticBook.examples[0]?.answers as unknown as FactInput);

  it("come gravest first, as plain data with the decisions that meet", () => {
    const found = interactionsFor(clinic);
    const order = found.map(({ severity }) => SEVERITIES.indexOf(severity));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(found.find(({ id }) => id === "AP03")?.decisions).toEqual(["api", "persistence"]);
  });

  it("follow the answers: outbound calls, a Dockerfile, a licence", () => {
    const ids = (given: Partial<Facts>) => interactionsFor({ ...clinic, ...given }).map(({ id }) => id);
    expect(ids({ outbound: "webhook", dockerfile: true, licence: "MIT" })).toEqual(
      expect.arrayContaining(["AP07", "CF07", "DM12"]),
    );
    const without = ids({ outbound: "none", dockerfile: false, licence: null });
    expect(without.filter((id) => ["AP07", "CF07", "DM12"].includes(id))).toEqual([]);
  });
});
