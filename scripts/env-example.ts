import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { variables } from "#lib/io/env.ts";

export const ENV_EXAMPLE = join(import.meta.dirname, "../.env.example");

/** `.env.example` as it follows from the declared variables: each with its meaning, commented out. */
export function envExample(): string {
  const head = "# Written by `npm run docs` from lib/io/env.ts. Nothing here is needed for `npm start`.\n";
  const blocks = Object.entries(variables).map(
    ([name, { meaning, example }]) => `\n# ${meaning}\n# ${name}=${example}\n`,
  );
  return head + blocks.join("");
}

if (import.meta.main) writeFileSync(ENV_EXAMPLE, envExample());
