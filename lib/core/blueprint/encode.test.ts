import { parser as commonMark, GFM } from "@lezer/markdown";
import fc from "fast-check";
import { parse as parseToml } from "smol-toml";
import { expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import {
  composeStr,
  dotenvValue,
  mdText,
  plainLine,
  pyComment,
  pyDoc,
  pyStr,
  shWord,
  tomlStr,
  yamlStr,
} from "./encode.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."\\`*_{}[]<>()#+-.!|~&$:@\"'%=^1 a/\n\tw") }),
  fc.constantFrom(
    "[a](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "see https://example.org or www.example.org",
    "1. first",
    "+ plus",
    "# title",
    '"""; import os',
    "${{ github.token }}",
    ":tada: @someone &lt;",
    "a\u202eb",
    'x\' y "z" $HOME `id`',
  ),
);
const markdown = commonMark.configure(GFM);

/** What a reader sees of one paragraph, and the kinds of nodes that made it. */
function rendered(text: string): { text: string; kinds: Set<string> } {
  const kinds = new Set<string>();
  const escapes: number[] = [];
  markdown.parse(text).iterate({
    enter(node) {
      kinds.add(node.name);
      if (node.name === "Escape") escapes.push(node.from);
    },
  });
  return {
    text:
      [...text].length === 0
        ? ""
        : text
            .split("")
            .filter((_, index) => !escapes.includes(index))
            .join(""),
    kinds,
  };
}

test("a TOML string reads back as the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(parseToml(`a = ${tomlStr(text)}`)).toEqual({ a: text.toWellFormed() });
    }),
  );
});

test("a YAML string reads back as the text under YAML 1.1 and 1.2", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const version of ["1.1", "1.2"] as const)
        expect(parseYaml(`a: ${yamlStr(text)}`, { version })).toEqual({ a: text.toWellFormed() });
    }),
  );
});

test("a compose value reads back with every dollar doubled", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(parseYaml(composeStr(text))).toBe(text.toWellFormed().replaceAll("$", "$$$$"));
    }),
  );
});

test("Python literals and docstring texts are one ASCII-safe line that cannot end early", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(pyStr(text)).toMatch(/^"(?:[ !#-[\]-~]|\\.)*"$/);
      expect(pyDoc(text)).toMatch(/^(?:[^"\\\n\r]|\\.)*$/u);
      expect(pyComment(text)).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
    }),
  );
});

test("Markdown text renders as the very characters given, without any markup", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const seen = rendered(mdText(text));
      expect(seen.text).toBe(plainLine(text));
      expect(
        [...seen.kinds].filter(
          (kind) => !["Document", "Paragraph", "Escape"].includes(kind) && !(kind === "URL" && text.includes("@")),
        ),
      ).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("everyday sentences need no escape", () => {
  const sentence = "Lets clinics hold slots (30 min.), without double-booking: fast, safe; it's done!";
  expect(mdText(sentence)).toBe(sentence);
});

test("a shell word holds its text between single quotes", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(shWord(text).slice(1, -1).replaceAll("'\\''", "'")).toBe(text);
    }),
  );
});

test("a dotenv value is one line, quoted where anything in it is special", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(dotenvValue(text)).toMatch(/^(?:[A-Za-z0-9_./:@%+,=-]*|'[^'\n]*'|"(?:[^"\\$`\n]|\\.)*")$/u);
    }),
  );
});
