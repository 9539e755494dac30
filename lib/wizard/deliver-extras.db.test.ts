import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { acceptTasks } from "./accept-tasks.ts";
import { approvedProject, good, owner } from "./approved-project.fixture.ts";
import type { Caller } from "./caller.ts";
import { deliverZip } from "./deliver-project.ts";
import { loadGeneration } from "./load-generation.ts";
import { saveDraft } from "./save-draft.ts";
import { verifyRepository } from "./verify-repository.ts";

const caller = (): Caller => owner("who wants a history");

function unpacked(zip: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-extras-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "repository.zip"), zip);
  execFileSync("python3", ["-m", "zipfile", "-e", "repository.zip", "."], { cwd: folder });
  return join(folder, "clinic-booking");
}

test("what a person accepted leaves with its history and its report, each time with the same bytes", {
  timeout: 120_000,
}, async (context) => {
  const tools = ["git", "python3"].filter((tool) => {
    try {
      execFileSync(tool, ["--version"], { stdio: "ignore" });
      return false;
    } catch {
      return true;
    }
  });
  if (tools.length > 0) context.skip(`there is no ${tools.join(" and no ")} here`);
  const { id, version } = await approvedProject(caller());
  const edited = "src/clinic_booking/pricing.py";
  const draft = good(
    await saveDraft(caller(), { projectId: id, path: edited, text: '"""Prices."""\n', source: "edit" }),
  );
  const open = good(await loadGeneration(caller(), id)).tasks.filter((task) => task.draft && task.path !== edited);
  const left = open.slice(-2);
  const accepted = open.slice(0, -2).map(({ path, draft: on }) => ({ path, sha256: on?.sha256 ?? "" }));
  const state = good(await acceptTasks(caller(), id, version, accepted));
  good(
    await acceptTasks(caller(), id, state.version, [
      { path: edited, sha256: draft.sha256, acknowledgement: "Prices come later" },
    ]),
  );

  const extras = { history: true, report: true, author: { name: "Ada Lovelace", mail: "ada@example.org" } };
  const zip = () => deliverZip(caller(), id, left.length, extras).then((made) => buffer(good(made).stream));
  const [first, second] = [await zip(), await zip()];
  expect(second.equals(first)).toBe(true);

  const repository = unpacked(first);
  const git = (...args: string[]) => execFileSync("git", args, { cwd: repository, encoding: "utf8" });
  expect(git("fsck", "--strict", "--full")).toBe("");
  expect(git("status", "--porcelain")).toBe("");
  expect(git("log", "--format=%b", "--", edited)).toContain("Accepted although a check failed: Prices come later");
  const authors = git("log", "--format=%an <%ae>").trim().split("\n");
  expect(authors).toEqual(Array(accepted.length + 2).fill("Ada Lovelace <ada@example.org>"));
  const dates = git("log", "--format=%at").trim().split("\n").map(Number);
  expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  const compared = good(verifyRepository(repository));
  expect([compared.same, compared.added, compared.unread]).toEqual([true, [], []]);
  const report = git("show", "HEAD:docs/design-report.md");
  expect(report).toContain("Prices come later");
  for (const { path } of left) expect(report).toContain(path.split("/").at(-1)?.replaceAll("_", "\\_"));
});
