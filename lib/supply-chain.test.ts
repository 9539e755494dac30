import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const read = <T>(file: string): T => JSON.parse(readFileSync(join(ROOT, file), "utf8")) as T;

interface Package {
  version?: string;
  integrity?: string;
  inBundle?: boolean;
  hasInstallScript?: boolean;
}
const lock = Object.entries(read<{ packages: Record<string, Package> }>("package-lock.json").packages)
  .filter(([path]) => path !== "")
  .map(([path, told]) => ({ path, name: path.split("node_modules/").at(-1) ?? path, ...told }));
const manifest = read<Record<"dependencies" | "devDependencies", Record<string, string>> & { allowScripts: object }>(
  "package.json",
);

/** Whether a version is at least another; a pre-release counts as its release. */
function isAtLeast(version: string, floor: string): boolean {
  const [ours, theirs] = [version, floor].map((text) => (text.split("-")[0] ?? "").split(".").map(Number));
  const at = [0, 1, 2].find((index) => ours?.[index] !== theirs?.[index]);
  return at === undefined || (ours?.[at] ?? 0) > (theirs?.[at] ?? 0);
}

test("no package is older than the release that mended what is known about it", () => {
  const floors = Object.entries(read<Record<string, { floor: string; because: string }>>("security-floors.json"));
  const below = floors.flatMap(([name, { floor, because }]) =>
    lock
      .filter((one) => one.name === name && !isAtLeast(one.version ?? "0", floor))
      .map(({ version }) => `${name} ${version} < ${floor}: ${because}`),
  );
  expect(below).toEqual([]);
  expect(isAtLeast("16.4.4", "16.4.5")).toBe(false);
  expect(isAtLeast("17.0.0", "16.4.5")).toBe(true);
});

test("every package is pinned by its content", () => {
  expect(lock.filter(({ integrity, inBundle }) => !integrity && !inBundle).map(({ path }) => path)).toEqual([]);
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(loose.filter(([, version]) => !/^\d+\.\d+\.\d+([-+.].*)?$/.test(version))).toEqual([]);
  expect(readFileSync(join(ROOT, ".npmrc"), "utf8")).toContain("save-exact=true");
});

test("a package that would run something when it is installed was decided about", () => {
  const decided = Object.keys(manifest.allowScripts);
  const running = lock.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  expect(running.filter((name) => !decided.includes(name))).toEqual([]);
});

test("the list of what is inside can be made from the lock file", () => {
  const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only", "--omit", "dev"];
  const { stdout, stderr } = spawnSync("npm", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const { components } = JSON.parse(stdout || "{}") as { components?: { name: string }[] };
  expect(
    components?.map(({ name }) => name),
    stderr,
  ).toContain("next");
});
