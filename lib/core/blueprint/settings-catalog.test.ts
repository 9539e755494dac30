import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { outline } from "../python/outline.ts";
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

/** What the settings template declares, as `group.name` with its default as the environment would write it. */
function declared(): Record<string, string | undefined> {
  const file = new URL("../../../templates/variants/configuration/pydantic_settings/settings.py", import.meta.url);
  const { items } = outline(readFileSync(file, "utf8"));
  const attributes = (name: string) =>
    items.flatMap((item) => (item.kind === "class" && item.name === name ? item.attributes : []));
  const plain = (value: string | undefined) =>
    value
      ?.replace(/^Field\(default=([^,)]+).*/, "$1")
      .replace(/^"(.*)"$/, "$1")
      .replace(/(?<=\d)_(?=\d)/g, "");
  const entries = attributes("Settings").flatMap(({ name, annotation = "", value }) =>
    annotation.endsWith("Settings")
      ? attributes(annotation).map((inner) => [`${name}.${inner.name}`, plain(inner.value)] as const)
      : [[name, plain(value)] as const],
  );
  return Object.fromEntries(entries.filter(([name]) => !name.endsWith("model_config")));
}

test("the catalog and the settings template name the same settings with the same defaults", () => {
  const listed = new Map(
    SETTINGS.map((setting) => [[setting.group, setting.name].filter(Boolean).join("."), setting.default]),
  );
  expect(Object.fromEntries(listed)).toEqual(declared());
});
