import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { answersFile } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import { repositoryFiles } from "#lib/core/delivery/repository.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { ended, succeeds } from "../../scripts/testing/generated/commands.ts";
import { scratchFolder } from "../../scripts/testing/generated/repository.ts";

const { reason } = inject("pythonTools");
const program = resolve(import.meta.dirname, "../../bin/plumbline");
const folder = scratchFolder("cli");

/** What Python's own reader of archives says of one, with every text. */
const READER = `
import json, stat, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    json.dump([[info.filename, stat.S_IFMT(info.external_attr >> 16), stat.S_IMODE(info.external_attr >> 16),
        list(info.date_time), archive.read(info).decode()] for info in archive.infolist()], sys.stdout)
`;

describe.each(examples.slice(0, 2))("bin/plumbline render of $id", ({ id, answers }) => {
  const file = join(folder, `${id}.json`);
  const expected = repositoryFiles(render(answers));
  const written = (root: string) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return {
          path: path.slice(root.length + 1),
          text: readFileSync(path, "utf8"),
          mode: statSync(path).mode & 0o777,
        };
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1));

  test("writes into a folder what every other entry point delivers, twice the same", async () => {
    writeFileSync(file, answersFile(answers));
    for (const turn of ["first", "second"]) {
      const root = join(folder, `${id}-${turn}`);
      await succeeds([program, "render", file, "--out", root], { cwd: folder });
      expect(written(root)).toEqual(expected);
    }
  });

  test("refuses a folder that holds something and leaves it as it was", async () => {
    const root = join(folder, `${id}-first`);
    const before = written(root);
    const { code, output } = await ended([program, "render", file, "--out", root], { cwd: folder });
    expect([code, output.includes("not empty")]).toEqual([2, true]);
    expect(written(root)).toEqual(before);
  });

  test("makes the same zip twice, which Python reads as plain files in one folder", async ({ skip }) => {
    if (reason) skip(reason);
    const zips = ["first.zip", "second.zip"].map((name) => join(folder, `${id}-${name}`));
    for (const zip of zips) await succeeds([program, "render", file, "--zip", zip], { cwd: folder });
    const [first, second] = zips.map((zip) => readFileSync(zip));
    expect(first?.equals(second as Buffer)).toBe(true);
    const listed = JSON.parse(
      await succeeds(["python3", "-X", "utf8", "-c", READER, zips[0] as string], { cwd: folder }),
    ) as [string, number, number, number[], string][];
    const top = `${answers.intake.repository_name}/`;
    const names = listed.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(
      names.filter((name) => !name.startsWith(top) || name.split("/").includes("..") || name.includes("\\")),
    ).toEqual([]);
    const regular = 0o100000;
    expect(listed.filter(([, kind]) => kind !== regular).map(([name]) => name)).toEqual([]);
    expect(new Set(listed.map(([, , , date]) => date.join())).size).toBe(1);
    expect(listed.map(([name, , mode, , text]) => ({ path: name.slice(top.length), text, mode }))).toEqual(expected);
  });

  test("gives back from the delivered answers the same repository", async () => {
    const root = join(folder, `${id}-again`);
    await succeeds([program, "render", join(folder, `${id}-first/.plumbline/answers.json`), "--out", root], {
      cwd: folder,
    });
    expect(written(root)).toEqual(expected);
  });
});
