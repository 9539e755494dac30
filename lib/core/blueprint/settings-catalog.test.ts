import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { designWith, serviceAnswers } from "./documents/designs.fixture.ts";
import { envExample } from "./documents/dotenv.ts";
import { LOCAL_API_KEY, LOCAL_API_KEY_SHA256, SETTINGS, settingsOf, variableOf } from "./settings-catalog.ts";

const design = designWith(serviceAnswers, {});

test("the hash of .env.example belongs to the key of the README", () => {
  expect(createHash("sha256").update(LOCAL_API_KEY).digest("hex")).toBe(LOCAL_API_KEY_SHA256);
});

test("a required setting has an example, and a choice's default is one of its choices", () => {
  for (const setting of SETTINGS) {
    expect(setting.default ?? setting.example, setting.name).toBeDefined();
    if (setting.choices && setting.default) expect(setting.choices).toContain(setting.default);
  }
});

test("every setting stands in .env.example once, the required ones with a value", () => {
  const text = envExample(design);
  for (const setting of settingsOf(design)) {
    const variable = variableOf(setting, design);
    expect(text.split(`${variable}=`)).toHaveLength(2);
    if (setting.default === undefined) expect(text).toMatch(new RegExp(`^${variable}=.+$`, "m"));
  }
});
