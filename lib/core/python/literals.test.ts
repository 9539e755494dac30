import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanDoc, oneLine, stringText } from "./literals.ts";

test("an expression over several lines becomes one and keeps its strings", () => {
  expect(oneLine('f(  # why\n    "a  # b",\n    1,\n)')).toBe('f( "a  # b", 1, )');
  expect(oneLine('"say \\"  hi\\""')).toBe('"say \\"  hi\\""');
});

test("a string literal gives its text, raw or not, one or several", () => {
  expect(stringText("\"a\\n\" 'b'")).toBe("a\nb");
  expect(stringText('r"a\\n"')).toBe("a\\n");
  expect(stringText('"""x "quoted" \\d"""')).toBe('x "quoted" \\d');
});

test("a docstring loses the indentation of its code and keeps its own", () => {
  expect(cleanDoc("Say.\n\n        Args:\n            x: One.\n    ")).toBe("Say.\n\nArgs:\n    x: One.");
});

test("a plain text comes back from its literal", () => {
  const plain = fc.string().filter((text) => !/["\\\n\r]/.test(text));
  fc.assert(fc.property(plain, (text) => stringText(`"${text}"`) === text));
});
