import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type Example, examples } from "#lib/core/catalog/examples.ts";
import { acceptEverything, downloadZip } from "./acceptance.ts";
import { openDesign, proceedWithReview } from "./journey.ts";

const { answers } = examples.find(({ id }) => id === "tidewindow") as Example;
const missing = ["git", "unzip"].filter((program) => spawnSync(program, ["--help"]).error);

test("a zip with its history arrives as a repository that git trusts, with a commit for each accepted file", async ({
  page,
}) => {
  test.skip(missing.length > 0, `there is no ${missing.join(" and no ")} on this machine`);
  test.setTimeout(600_000);
  const project = await openDesign(page, answers, "history");
  await proceedWithReview(page, "history-review-2");
  await acceptEverything(page, project, "history");
  await page.getByRole("checkbox", { name: /^With a git history/ }).check();
  await page.getByLabel("Your name in it").fill("Ana Ruiz");
  await page.getByLabel("Your mail in it").fill("ana@example.org");

  const folder = mkdtempSync(join(tmpdir(), "plumbline-history-"));
  writeFileSync(join(folder, "arrived.zip"), await downloadZip(page));
  execFileSync("unzip", ["-q", "arrived.zip"], { cwd: folder });
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: join(folder, answers.intake.repository_name), encoding: "utf8" }).trim();
  expect(git("status", "--porcelain", "--branch")).toBe("## main");
  expect(git("fsck", "--strict", "--full")).toBe("");
  const commits = git("log", "--format=%an <%ae>").split("\n");
  expect(new Set(commits)).toEqual(new Set(["Ana Ruiz <ana@example.org>"]));
  // What no task wrote, such as the manifest, comes with one commit of its own.
  const made = git("log", "--name-only", "--diff-filter=A", "--format=").split("\n").filter(Boolean);
  expect(made.sort()).toEqual(git("ls-files").split("\n").sort());
  expect(commits.length).toBe(made.filter((path) => !path.startsWith(".plumbline/")).length + 1);
  rmSync(folder, { recursive: true, force: true });
});
