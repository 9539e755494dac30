import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ENV_EXAMPLE, envExample } from "../../scripts/env-example.ts";
import { readEnvironment } from "./env.ts";

const DATABASE_URL = "postgresql://a:b@localhost:5432/c";

test("fills in what is not set, and takes an empty value for not set", () => {
  expect(readEnvironment({ DATABASE_URL, PORT: "" })).toMatchObject({
    DATABASE_URL,
    PORT: 3000,
    PLUMBLINE_DATA: ".data",
  });
});

test("names every variable that is wrong or missing in one message", () => {
  expect(() => readEnvironment({ PORT: "70000", PUBLIC_URL: "ftp://x" })).toThrow(
    /DATABASE_URL is not set.*PORT.*PUBLIC_URL must be/s,
  );
});

test("the example file says what the declarations say (npm run docs writes it)", () => {
  expect(readFileSync(ENV_EXAMPLE, "utf8")).toBe(envExample());
});
