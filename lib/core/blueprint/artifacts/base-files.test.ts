import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { licence } from "../../catalog/intake/licence.ts";
import { designWith, serviceAnswers } from "../documents/designs.fixture.ts";
import { fill, placeholders } from "../fill.ts";
import { baseFiles } from "./base-files.ts";

const TEMPLATES = new URL("../../../../templates/", import.meta.url);
const artifact = baseFiles.find(({ id }) => id === "base-licence");

test.each(licence.options.map(({ id }) => id))(
  "the licence %s has its text, with the author's line only where it belongs",
  (id) => {
    const design = designWith(serviceAnswers, { intake: { licence: id, author: "Ada\nLovelace xx_author_xx" } });
    const content = artifact?.content(design, {}, []);
    if (!content || !("template" in content)) throw new Error("the licence is a template");
    const file = new URL(content.template, TEMPLATES);
    expect(existsSync(file)).toBe(true);
    const template = readFileSync(file, "utf8");
    expect([...placeholders(template)].every((name) => name === "author")).toBe(true);
    const text = fill(template, content.values ?? {});
    expect(text.split("\n").length).toBe(template.split("\n").length);
    expect(text.endsWith("\n")).toBe(true);
  },
);
