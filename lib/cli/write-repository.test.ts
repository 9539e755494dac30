import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeFolder, writeZip } from "./write-repository.ts";

const root = mkdtempSync(join(tmpdir(), "plumbline-write-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const file = (path: string) => ({ path, text: "text\n", mode: 0o644 as const });
/** The last file cannot be written, because its folder is a file by then. */
const IMPOSSIBLE = [file("README.md"), file("src/a/b.py"), file("README.md/inside")];

writeFileSync(join(root, "file"), "mine");
symlinkSync("loop-b", join(root, "loop-a"));
symlinkSync("loop-a", join(root, "loop-b"));
symlinkSync("nowhere", join(root, "broken"));

test.each([
  ["file", "ENOTDIR"],
  ["file/inside", "EEXIST"],
  ["loop-a", "ELOOP"],
  ["loop-a/inside/deep", "ELOOP"],
  ["broken/inside", "EEXIST"],
  ["/dev/null/inside", "EEXIST"],
  ["/proc/none/inside", "ENOENT"],
  ["n".repeat(300), "ENAMETOOLONG"],
])("a repository for %s ends with %s and leaves all as it was", (place, code) => {
  const before = readdirSync(root);
  const folder = place.startsWith("/") ? place : join(root, place);
  expect(() => writeFolder(folder, [file("README.md")])).toThrow(expect.objectContaining({ code }));
  expect(readdirSync(root)).toEqual(before);
});

test("a repository that cannot be written whole is taken back, with the folders made for it", () => {
  expect(() => writeFolder(join(root, "new/deep"), IMPOSSIBLE)).toThrow(/EEXIST/);
  expect(existsSync(join(root, "new"))).toBe(false);
  mkdirSync(join(root, "empty"));
  expect(() => writeFolder(join(root, "empty"), IMPOSSIBLE)).toThrow(/EEXIST/);
  expect(readdirSync(join(root, "empty"))).toEqual([]);
});

test("a zip never takes the place of what stands there, and leaves it", async () => {
  await expect(writeZip(join(root, "broken"), "name", [file("README.md")])).rejects.toThrow(/EEXIST/);
  expect(readlinkSync(join(root, "broken"))).toBe("nowhere");
});

test("a zip that cannot be begun says where", async () => {
  for (const place of ["file/x.zip", "none/x.zip", "loop-a"]) {
    const target = join(root, place);
    await expect(writeZip(target, "name", [file("README.md")])).rejects.toMatchObject({ path: target });
    expect(existsSync(target)).toBe(false);
  }
});
