import { beforeEach, expect, test } from "vitest";
import { db } from "./client.ts";

const SHA = "a".repeat(64);

beforeEach(async () => {
  await db().project.deleteMany();
  await db().project.create({ data: { id: "p", ownerHash: "o", snapshot: {} } });
});

test("an event cannot be written over", async () => {
  const where = { projectId_version: { projectId: "p", version: 1 } };
  await db().event.create({ data: { projectId: "p", version: 1, type: "created", payload: {}, actor: {} } });
  await expect(db().event.update({ where, data: { type: "other" } })).rejects.toThrow(/append-only/);
});

test("two writers cannot both write the next version", async () => {
  const write = () =>
    db().event.create({ data: { projectId: "p", version: 1, type: "created", payload: {}, actor: {} } });
  const outcomes = await Promise.allSettled([write(), write(), write()]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test.each(["", "/etc/passwd", "a/../b", "a//b", "./a", "a/", "a\\b", "a\nb", "x".repeat(241)])(
  "refuses the path %j for a draft",
  async (path) => {
    await db().content.createMany({ data: [{ sha256: SHA, text: "x" }], skipDuplicates: true });
    await expect(
      db().draft.create({ data: { projectId: "p", path, number: 1, sha256: SHA, source: "edit" } }),
    ).rejects.toThrow();
  },
);

test("keeps a draft's text once, and takes a project's drafts away with it", async () => {
  await db().content.createMany({ data: [{ sha256: SHA, text: "x" }], skipDuplicates: true });
  for (const number of [1, 2]) {
    await db().draft.create({
      data: { projectId: "p", path: ".github/workflows/ci.yml", number, sha256: SHA, source: "edit" },
    });
  }
  await db().project.delete({ where: { id: "p" } });
  expect([await db().draft.count(), await db().content.count()]).toEqual([0, 1]);
});
