import { hostname } from "node:os";
import { extract } from "tar-stream";
import { describe, expect, test } from "vitest";
import { containerOptions, LABELS, LIFETIME_MS, labelsOf } from "./container.ts";
import { engineWarnings } from "./engine-warnings.ts";
import { FEED_LIMITS, tarOf } from "./feed.ts";
import { imageContext } from "./image-context.ts";
import { isLeftBehind } from "./sweep.ts";

describe("the files of a job", () => {
  test.for([
    "/etc/passwd",
    "../x",
    "a/../../x",
    "a//b",
    "./a",
    "a/.",
    "",
    "a\0b",
    "a\\b",
    "a\nb",
    "-x",
    `${"a/".repeat(130)}a`,
  ])("never lead out of their folder: %j", async (path) => {
    await expect(tarOf([{ path, text: "" }])).rejects.toThrow("cannot go into a sandbox");
  });

  test("are plain files, once each, within limits", async () => {
    const text = "x".repeat(FEED_LIMITS.fileBytes);
    await expect(tarOf([{ path: "a", text: `${text}x` }])).rejects.toThrow("larger");
    await expect(tarOf(Array.from({ length: 50 }, (_, n) => ({ path: `a${n}`, text })))).rejects.toThrow("5 MiB");
    await expect(
      tarOf([
        { path: "a", text: "" },
        { path: "a", text: "" },
      ]),
    ).rejects.toThrow("twice");
    await expect(
      tarOf([
        { path: "a", text: "" },
        { path: "a/b", text: "" },
      ]),
    ).rejects.toThrow("a file and a folder");
    const reader = extract();
    reader.end(
      await tarOf([
        { path: ".github/workflows/ci.yml", text: "é" },
        { path: "bin/x", text: "", mode: 0o755 },
      ]),
    );
    const entries = [];
    for await (const entry of reader) {
      entries.push([entry.header.name, entry.header.type, entry.header.mode]);
      entry.resume();
    }
    expect(entries).toEqual([
      [".github/workflows/ci.yml", "file", 0o644],
      ["bin/x", "file", 0o755],
    ]);
  });
});

test("a container may do nothing that a caller could turn on", () => {
  const { HostConfig, NetworkDisabled, User } = containerOptions("image", "runsc");
  expect({ NetworkDisabled, User }).toEqual({ NetworkDisabled: true, User: "65534:65534" });
  expect(HostConfig).toMatchObject({
    NetworkMode: "none",
    ReadonlyRootfs: true,
    CapDrop: ["ALL"],
    SecurityOpt: ["no-new-privileges:true"],
    Runtime: "runsc",
  });
  expect(HostConfig).not.toHaveProperty("Binds");
  expect(HostConfig?.MemorySwap).toBe(HostConfig?.Memory);
});

describe("a container is left behind", () => {
  const now = 1_000_000;
  /** A moment of the clock that only counts forward. */
  const CLOCK = 5_000;
  const labels = (ownedBy: string, deadline: number) => ({
    [LABELS.owner]: ownedBy,
    [LABELS.deadline]: String(deadline),
  });
  const cases: [string, Record<string, string>, boolean][] = [
    ["ours, in time", labelsOf(now, CLOCK - 1), false],
    ["ours, in time, and the clock on the wall was set forward", labelsOf(now - 2 * LIFETIME_MS, CLOCK - 1), false],
    ["ours, past its time, and the clock on the wall was set back", labelsOf(now, CLOCK - LIFETIME_MS - 1), true],
    ["of a live neighbour", labels(`${hostname()}/77/x`, now + 1), false],
    ["of a live neighbour whose clock is behind", labels(`${hostname()}/77/x`, now - 1), false],
    ["of a dead neighbour", labels(`${hostname()}/78/x`, now + 1), true],
    ["of our own former life", labels(`${hostname()}/${process.pid}/x`, now + 1), true],
    ["of another machine, in time", labels("elsewhere/78/x", now + 1), false],
    ["of another machine, past its deadline", labels("elsewhere/77/x", now - 1), true],
    ["without a deadline", {}, true],
  ];
  test.for(cases)("%s", ([, given, expected]) => {
    expect(isLeftBehind(given, now, (pid) => pid === 77, CLOCK)).toBe(expected);
  });
});

test("an engine with known ways out is warned of, by the fix of its own line", () => {
  const warned = (engine: string, runc: string) =>
    engineWarnings(
      { SecurityOptions: ["name=seccomp,profile=default"] },
      { Version: engine, Components: [{ Name: "runc", Version: runc }] },
    ).length;
  expect(warned("20.10.24+dfsg1", "1.1.5+ds1")).toBe(2);
  expect(warned("29.3.1", "1.2.8")).toBe(0);
  expect(warned("29.4.0", "1.3.2")).toBe(1);
  expect(warned("30.0.0", "1.4.0")).toBe(0);
  expect(engineWarnings({}, { Version: "29.3.1" })).toHaveLength(1);
});

test("the image's name follows from what it is made of", () => {
  const { tag, files } = imageContext("python:3.14-slim-trixie");
  expect(tag).toBe(imageContext("python:3.14-slim-trixie").tag);
  expect(tag).not.toBe(imageContext("python:3.13-slim-trixie").tag);
  expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(["Dockerfile", "requirements.lock"]));
});
