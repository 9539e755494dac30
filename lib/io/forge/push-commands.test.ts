import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { examples } from "#lib/core/catalog/examples.ts";
import { type PushCommands, pushCommands } from "#lib/core/delivery/push-commands.ts";
import { type PushOrder, pushProblems } from "#lib/core/delivery/push-order.ts";
import { repositoryFiles } from "#lib/core/delivery/repository.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { zipBytes } from "../delivery/zip.ts";
import { entryOf } from "./forge.ts";
import { ORDER } from "./forge-worlds.fixture.ts";

const NAME = "clinic-booking";
const SITE = "https://forge.example.org";
const files = repositoryFiles(render(examples[0]!.answers));
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-commands-"));
  mkdirSync(join(folder, "work"));
  writeFileSync(join(folder, "work", `${NAME}.zip`), await zipBytes(NAME, files));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Types commands into a shell whose git finds the forge in a folder, and reads no configuration of this machine. */
function type(commands: readonly string[], cwd = "work"): string {
  const given = [
    ["user.name", "Ada"],
    ["user.email", "ada@example.org"],
    [`url.${folder}/.insteadOf`, `${SITE}/`],
  ];
  const config = given.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return execFileSync("bash", ["-euc", commands.join("\n")], {
    cwd: join(folder, cwd),
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_COUNT: String(given.length),
      ...Object.fromEntries(config),
    } as unknown as NodeJS.ProcessEnv,
  }).toString();
}

const gitAlone = (order: PushOrder): PushCommands => {
  expect(pushProblems(order)).toEqual([]);
  return pushCommands({ order, folder: NAME, site: SITE }).at(-1) as PushCommands;
};
const bare = (owner: string) =>
  type([`mkdir -p ${owner}`, `git init --quiet --bare --initial-branch=main ${owner}/${NAME}.git`], "");
const treeOf = (owner: string, branch: string) =>
  type([`git -C ${owner}/${NAME}.git ls-tree -r -z ${branch}`], "")
    .split("\0")
    .filter(Boolean);
const delivered = files.map((file) => `${entryOf(file).replace(" ", " blob ")}\t${file.path}`);

test("the commands for a new repository, typed as they stand, push every file as it is in the zip", () => {
  for (const forge of ["github", "gitlab"] as const) {
    bare(forge);
    type(["rm -rf clinic-booking", ...gitAlone({ ...ORDER, forge, owner: forge }).commands]);
    expect(treeOf(forge, "main")).toEqual(delivered);
  }
});

test("the commands for a branch leave the main branch and what stands beside the files alone", () => {
  bare("ada");
  const own = [
    "git init --quiet --initial-branch=main own",
    "cd own",
    "echo mine > own.txt",
    "git add .",
    "git commit -qm mine",
  ];
  type([...own, `git push --quiet ${SITE}/ada/${NAME}.git main`], "");
  const main = treeOf("ada", "main");
  type(gitAlone({ ...ORDER, into: "branch", owner: "ada" }).commands);
  expect(treeOf("ada", "main")).toEqual(main);
  expect(treeOf("ada", ORDER.branch)).toEqual(
    [...delivered, ...main].sort((a, b) => (a.split("\t")[1]! < b.split("\t")[1]! ? -1 : 1)),
  );
});

test("each forge's own program is told the host where it is not the usual one", () => {
  const first = (site: string, order: PushOrder) => pushCommands({ order, folder: NAME, site })[0]?.commands.at(-1);
  expect(first("https://github.com", ORDER)).toBe("gh repo create clinic-booking --private --source=. --push");
  expect(first(SITE, { ...ORDER, owner: "ada" })).toBe(
    "GH_HOST=forge.example.org gh repo create ada/clinic-booking --private --source=. --push",
  );
  const branch = { ...ORDER, into: "branch", owner: "ada" } as const;
  expect(first("https://gitlab.com", { ...branch, forge: "gitlab" })).toBe("glab mr create --fill");
});
