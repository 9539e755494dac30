import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getLog } from "#lib/io/db/queries/get-project.ts";
import { closeEmbedded } from "#lib/io/sandbox/embedded.ts";
import { applyRepair } from "./apply-repair.ts";
import { approvedProject, codes, good, owner } from "./approved-project.fixture.ts";
import { loadGeneration } from "./load-generation.ts";
import { proposeRepair } from "./propose-repair.ts";
import { saveDraft } from "./save-draft.ts";

// The reader of texts takes its time to start where the machine is busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
afterAll(closeEmbedded);

const caller = owner("repairs");
let id = "";
beforeAll(async () => {
  ({ id } = await approvedProject(caller));
});

async function draftOf(name: string, damage: (text: string) => string): Promise<{ path: string; text: string }> {
  const task = good(await loadGeneration(caller, id)).tasks.find(({ path }) => path.endsWith(`/${name}.py`));
  const { path, text } = task as { path: string; text: string };
  await saveDraft(caller, { projectId: id, path, text: damage(text), source: "paste" }).then(good);
  return { path, text };
}
const fenced = (text: string) => `\`\`\`python\n${text}\`\`\`\n`;

test("a pasted fence is proposed away, shown as a difference, and kept as a draft only on approval", async () => {
  const { path, text } = await draftOf("settings", fenced);
  const shown = good(await proposeRepair(caller, id, path));
  expect(shown).toMatchObject({
    text,
    after: 0,
    attempt: 1,
    removed: 2,
    reasons: ["Removed the Markdown around the code."],
  });
  expect(good(await loadGeneration(caller, id)).drafts).toHaveLength(1);
  const kept = good(await applyRepair(caller, { projectId: id, path, base: shown.base, sha256: shown.sha256 }));
  expect(kept.number).toBe(2);
  const { drafts } = good(await loadGeneration(caller, id));
  expect(drafts.at(-1)).toMatchObject({ source: "repair", reason: "Removed the Markdown around the code." });
  const logged = (await getLog(id, caller.ownerHash)).filter(({ event }) => event.type === "task-repaired");
  expect(logged.map(({ event }) => event)).toMatchObject([{ path, draftNumber: 2, sha256: kept.sha256 }]);
  expect(codes(await proposeRepair(caller, id, path))).toEqual(["nothing-to-repair"]);
});

test("a repair of a text that has changed meanwhile is refused, and the same approval counts once", async () => {
  const { path } = await draftOf("errors", fenced);
  const { base, sha256 } = good(await proposeRepair(caller, id, path));
  const approval = { projectId: id, path, base, sha256 };
  expect(codes(await applyRepair(caller, { ...approval, sha256: base }))).toEqual(["stale-draft"]);
  const results = await Promise.all([1, 2, 3, 4].map(() => applyRepair(caller, approval)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const { drafts } = good(await loadGeneration(caller, id));
  expect(drafts.filter((draft) => draft.path === path).map(({ number }) => number)).toEqual([1, 2]);
});

test("two repairs in a row are the most; what somebody writes begins anew", async () => {
  const { path, text } = await draftOf("log", (clean) => `import os\n${clean}value = eval(input())\n`);
  const repairOnce = async () => {
    const { base, sha256 } = good(await proposeRepair(caller, id, path));
    return applyRepair(caller, { projectId: id, path, base, sha256 });
  };
  good(await repairOnce());
  expect(codes(await proposeRepair(caller, id, path))).toEqual(["no-repair"]);
  // A second one in a row needs another built-in text below it; appending as a repair stands for that.
  await saveDraft(caller, { projectId: id, path, text: fenced(text), source: "repair" }).then(good);
  expect(codes(await proposeRepair(caller, id, path))).toEqual(["repairs-spent"]);
  await saveDraft(caller, { projectId: id, path, text: fenced(`${text}\n`), source: "agent" }).then(good);
  good(await repairOnce());
});

test("a stranger gets no proposal and applies none", async () => {
  const { path } = await draftOf("clock", fenced);
  const { base, sha256 } = good(await proposeRepair(caller, id, path));
  const stranger = owner("stranger");
  expect(codes(await proposeRepair(stranger, id, path))).toEqual(["not-found"]);
  expect(codes(await applyRepair(stranger, { projectId: id, path, base, sha256 }))).toEqual(["not-found"]);
});
