import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAnswers } from "../catalog/answers.ts";
import { arbitraryAnswers } from "../catalog/arbitrary-answers.ts";
import { examples } from "../catalog/examples.ts";
import { designIn, LINK_LIMITS, LONG_LINK, linkTo, unpackDesign } from "./design-link.ts";
import { readLinkedDesign } from "./linked-design.ts";
import { pastedFragment, pastedIn, swapped } from "./pasted-designs.ts";
import { readTolerantly } from "./read-tolerantly.ts";

const ORIGIN = "http://localhost:3000";
const [example] = examples;
const answers = example?.answers as (typeof examples)[number]["answers"];
const packed = (data: string | Buffer) => deflateRawSync(data).toString("base64url");

test("a design comes out of its link as it went in, and its link is short enough to send", async () => {
  for (const { answers } of examples) {
    const link = await linkTo(ORIGIN, JSON.stringify(answers));
    expect(link.length).toBeLessThan(LONG_LINK);
    const { hash } = new URL(link);
    const unpacked = await unpackDesign(designIn(hash) ?? "");
    expect(unpacked.ok && parseAnswers(JSON.parse(unpacked.value))).toEqual({ ok: true, value: answers });
  }
});

test("any text survives the way", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1 }), async (text) => {
      const unpacked = await unpackDesign(designIn(new URL(await linkTo(ORIGIN, text)).hash) ?? "");
      expect(unpacked).toEqual({ ok: true, value: text });
    }),
    { numRuns: 50 },
  );
});

test.each([
  ["nothing", ""],
  ["another alphabet", "a+b/c="],
  ["noise", "QUJDREVGRw"],
  ["a link cut in the middle", packed(JSON.stringify(answers)).slice(0, 400)],
  ["a link with a tail", `${packed("{}")}AAAA`],
  ["bytes that are not UTF-8", packed(Buffer.from([0x22, 0xff, 0xfe, 0x22]))],
  ["a small link that bursts", packed(Buffer.alloc(50_000_000))],
  ["a huge link", "A".repeat(LINK_LIMITS.packed + 1)],
])("%s is refused in words", async (_, link) => {
  const unpacked = await unpackDesign(link);
  expect(unpacked).toMatchObject({ ok: false, error: [{ path: "link", code: "bad-link" }] });
});

test("other fragments are no design", () => {
  expect(["", "#file", "#designs=x", "#L12"].map(designIn)).toEqual([null, null, null, null]);
});

test("unknown and older answers are left out, each with one warning, and the others stay", () => {
  const older = {
    ...answers,
    plumbline: 0,
    intake: { ...answers.intake, purpose: "microservice", tier: 9, codename: "x" },
    features: { ...answers.features, docs_content: ["tutorials", "poems"] },
    billing: {},
    reasons: { "intake.tier": "We know", "made.up": "?" },
  };
  const read = readTolerantly(older);
  if (!read.ok) throw new Error("refused");
  expect(read.value.warnings.map(({ path }) => path).sort()).toEqual([
    "billing",
    "features.docs_content",
    "intake.codename",
    "intake.purpose",
    "intake.tier",
    "plumbline",
    "reasons.made.up",
  ]);
  expect(read.value.answers.architecture).toEqual(answers.architecture);
  expect(read.value.answers.intake?.description).toBe(answers.intake.description);
  expect(read.value.answers.reasons).toEqual({ "intake.tier": "We know" });
});

test("a strange key that looks like the path of an answer takes no answer with it", () => {
  const read = readTolerantly({
    ...answers,
    "intake.tier": 9,
    "intake.": 1,
    intake: { ...answers.intake, "tier.x": 1, "purpose[0]": 2, li: 3 },
  });
  expect(read.ok && read.value.answers).toEqual(answers);
});

test("a right document has no warnings", () => {
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => {
      const read = readTolerantly(answers);
      expect(read.ok && read.value.warnings).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test("whatever a document holds, it is read or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom("intake", "features", "reasons", "structure", "x"), (value, key) => {
      const read = readTolerantly({ ...answers, [key]: value });
      if (read.ok) expect(read.value.answers.architecture).toEqual(answers.architecture);
      readLinkedDesign(JSON.stringify(value));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["a prototype", '{"__proto__": {"x": 1}, "intake": {"tier": 3}}'],
  ["deep nesting", `${'{"intake":'.repeat(5000)}1${"}".repeat(5000)}`],
  ["a list", "[]"],
  ["null", "null"],
  ["no JSON", "{"],
  ["an empty document", '{"plumbline": 1}'],
])("%s opens nothing strange", (_, text) => {
  const read = readLinkedDesign(text);
  if (read.ok) expect(read.value.answers).toEqual({ intake: { tier: 3 } });
  else expect(read.error[0]?.message).toBeTruthy();
});

test("what a link holds is shown in the words of the catalog", () => {
  const read = readLinkedDesign(JSON.stringify(answers));
  expect(read.ok && read.value.design).toMatchObject({ title: "clinic-booking", warnings: [] });
  expect(read.ok && read.value.design.stages.map(({ title }) => title)).toHaveLength(4);
});

test("pasted designs come out of a fragment by their sides, and swapping twice changes nothing", () => {
  const packedText = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
  const sides = { left: "pasted", right: "pasted" };
  fc.assert(
    fc.property(fc.record({ left: packedText, right: packedText }, { requiredKeys: [] }), (pasted) => {
      expect(pastedIn(`#${pastedFragment(pasted)}`, sides)).toEqual(pasted);
      expect(swapped(swapped(pasted))).toEqual(pasted);
    }),
  );
  expect(pastedIn("#design=abc", { left: "now", right: "pasted" })).toEqual({ right: "abc" });
  expect(pastedIn("#files", sides)).toEqual({});
});
