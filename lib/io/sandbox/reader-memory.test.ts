import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { examples } from "#lib/core/catalog/examples.ts";
import { repositoryUnderCheck } from "#lib/core/checks/repository-under-check.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { checkStatically, closeEmbedded } from "./embedded.ts";

afterAll(closeEmbedded);

const files = examples.flatMap(({ answers }) => {
  const { design, blueprint } = render(answers);
  const texts = new Map(blueprint.tasks.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])));
  return repositoryUnderCheck(design, blueprint, texts).files;
});

const numberIn = (file: string, pattern: RegExp) => Number(pattern.exec(readFileSync(file, "utf8"))?.[1]);

/** Writable memory of each reading child as a share of what it may have. */
function sharesOfMemory(): number[] {
  const found = execFileSync("pgrep", ["-P", String(process.pid), "-f", "lib/io/sandbox/child.ts"], {
    encoding: "utf8",
  });
  return found
    .trim()
    .split("\n")
    .map((pid) => {
      const taken = numberIn(`/proc/${pid}/status`, /VmData:\s+(\d+) kB/) * 1024;
      return taken / numberIn(`/proc/${pid}/limits`, /Max data size\s+(\d+)/);
    });
}

test("readers that have read hundreds of files keep a fifth of their memory for the next one", async (context) => {
  if (process.platform !== "linux") return context.skip("the processes of this system cannot be looked at");
  for (let round = 0; round < 4; round++) await Promise.all(files.map((file) => checkStatically(file)));
  expect(Math.max(...sharesOfMemory())).toBeLessThan(0.8);
});
