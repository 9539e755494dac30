import { describe, expect, test } from "vitest";
import { dependencyManager } from "../../catalog/architecture/dependency-manager.ts";
import { designWith, MANAGERS, serviceAnswers } from "../documents/designs.fixture.ts";
import { dockerfile } from "../documents/dockerfile.ts";
import { toolchains } from "./index.ts";

test("every option of the catalog has a toolchain, and no other has", () => {
  expect([...MANAGERS].sort()).toEqual(dependencyManager.options.map(({ id }) => id).sort());
});

describe.each(MANAGERS)("%s", (manager) => {
  const toolchain = toolchains[manager];
  const design = designWith(serviceAnswers, { architecture: { dependency_manager: manager } });

  test("says how to install, run, build and hold versions", () => {
    for (const commands of [
      toolchain.install.development,
      toolchain.install.ci,
      toolchain.install.production,
      toolchain.build,
      toolchain.notes,
    ]) {
      expect(commands.length).toBeGreaterThan(0);
    }
    expect(toolchain.run("pytest")).toMatch(/pytest$/);
    expect(toolchain.lock === null || toolchain.lock.make(design).length > 0).toBe(true);
    expect(toolchain.lock !== null || toolchain.record !== null).toBe(true);
  });

  test("builds the image from its lock, with the lock copied before the sources", () => {
    const text = dockerfile(design);
    const [lockFile] = toolchain.lock?.files ?? [];
    if (lockFile) expect(text.indexOf(` ${lockFile} `)).toBeGreaterThan(0);
    if (lockFile) expect(text.indexOf(` ${lockFile} `)).toBeLessThan(text.indexOf("COPY src"));
    expect(text).toContain("COPY --from=build /srv/.venv /srv/.venv");
  });

  test("writes tables of its own only, never a second copy of project metadata", () => {
    for (const table of Object.values(toolchain.tables(design))) {
      expect(Object.keys(table as object)).toEqual(
        expect.not.arrayContaining(["name", "version", "description", "dependencies"]),
      );
    }
  });
});
