import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { arbitraryAnswers } from "../arbitrary-answers.ts";
import { guidedPaths } from "./guided-paths.ts";
import { pathsProblems } from "./own-path.ts";
import { drawTree, parseTree } from "./tree.ts";
import { addPath, movePath, removePath, renamePath } from "./tree-edits.ts";

// Ten times what a quiet machine needs: tests run beside builds and browsers.
vi.setConfig({ testTimeout: 60_000 });

const WANTED = ["src/clinic/__init__.py", "src/clinic/pricing.py", "docs/index.md", "data/", "README.md"];
const FORMS: Record<string, string> = {
  "the output of tree": `.
├── src
│   └── clinic
│       ├── __init__.py
│       └── pricing.py
├── docs
│   └── index.md
├── data/
└── README.md

4 directories, 4 files`,
  "tree in ASCII, with a root and in a fence":
    "```\nclinic-booking\n|-- src\n|   `-- clinic\n|       |-- __init__.py\n|       `-- pricing.py\n|-- docs\n|   `-- index.md\n|-- data/\n`-- README.md\n```",
  "tree of Windows":
    "+---src\n|   \\---clinic\n|           __init__.py\n|           pricing.py\n+---docs\n|       index.md\n+---data/\n\\---README.md",
  "indented names with comments":
    "src/\n  clinic/\n    __init__.py   # the package\n    pricing.py    <- price a stay\ndocs/\n  index.md\ndata/  # empty for now\nREADME.md",
  "Markdown bullets":
    "- src/\n  - clinic/\n    - `__init__.py`\n    - `pricing.py` prices\n- docs/\n  * index.md\n- data/\n- **README.md**",
  "what find prints": "./src/clinic/__init__.py\n./src/clinic/pricing.py\n./docs/index.md\n./data/\n./README.md\n",
};

describe("pasted trees", () => {
  test.each(Object.entries(FORMS))("%s", (_, pasted) => {
    const parsed = parseTree(pasted);
    expect(parsed.ok ? parsed.value.paths : parsed.error).toEqual(WANTED);
  });
  test("every line that is no path is told with its number", () => {
    const parsed = parseTree("src/\n  ../up.py\n  CON.py\n  ok.py\n.env");
    expect(!parsed.ok && parsed.error.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "line 2 bad_path",
      "line 3 reserved_path",
      "line 5 reserved_path",
    ]);
    expect(parseTree("src/a.py\nSrc/b.py")).toMatchObject({
      ok: false,
      error: [{ path: "line 2", code: "case_clash" }],
    });
  });
  test("any tree drawn from valid paths is read back as those paths", () => {
    fc.assert(
      fc.property(arbitraryAnswers, ({ structure: { paths } }) => {
        const parsed = parseTree(drawTree(paths));
        const listed = paths.filter(
          (path) => !(path.endsWith("/") && paths.some((other) => other !== path && other.startsWith(path))),
        );
        expect(parsed.ok && [...parsed.value.paths].sort()).toEqual([...listed].sort());
      }),
      { numRuns: 30 },
    );
  });
  test("whatever is pasted gets an answer", () => {
    for (const bomb of [
      " ".repeat(59_000),
      "a\n".repeat(30_000),
      "│".repeat(50_000),
      "- ".repeat(29_000),
      `${" ".repeat(390)}x\n`.repeat(150),
      "x".repeat(70_000),
    ])
      expect(typeof parseTree(bomb).ok).toBe("boolean");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."a/. -|`+│├└─\t\n#*\\\0é"), maxLength: 200 }),
        (text) => typeof parseTree(text).ok === "boolean",
      ),
    );
  });
});

describe("edits of the tree", () => {
  const tree = ["src/a.py", "src/sub/b.py", "docs/"];
  const value = (result: ReturnType<typeof addPath>) =>
    result.ok ? result.value : result.error.map(({ code }) => code);
  test("files and folders are added, and an empty folder gives way to its first file", () => {
    expect(value(addPath(tree, "docs/index.md"))).toEqual(["src/a.py", "src/sub/b.py", "docs/index.md"]);
    expect(value(addPath(tree, "src/a.py"))).toEqual(["repeated"]);
    expect(value(addPath(tree, "src/"))).toEqual(["repeated"]);
    expect(value(addPath(tree, "src/a.py/c.py"))).toEqual(["file_and_folder"]);
    expect(value(addPath(tree, "../x"))).toEqual(["bad_path"]);
  });
  test("renaming and moving take along what is inside", () => {
    expect(value(renamePath(tree, "src/", "lib"))).toEqual(["lib/a.py", "lib/sub/b.py", "docs/"]);
    expect(value(renamePath(tree, "src/a.py", "c.py"))).toEqual(["src/c.py", "src/sub/b.py", "docs/"]);
    expect(value(renamePath(tree, "src/a.py", "x/y.py"))).toEqual(["bad_path"]);
    expect(value(movePath(tree, "src/sub/", "docs/"))).toEqual(["src/a.py", "docs/sub/b.py"]);
    expect(value(movePath(tree, "src/a.py", ""))).toEqual(["a.py", "src/sub/b.py", "docs/"]);
    expect(value(movePath(tree, "src/", "src/sub/"))).toEqual(["into_itself"]);
    expect(value(renamePath(tree, "src/", "docs"))).toEqual(["repeated"]);
  });
  test("removing the last file of a folder leaves the folder", () => {
    expect(value(removePath(tree, "src/sub/b.py"))).toEqual(["src/a.py", "docs/", "src/sub/"]);
    expect(value(removePath(tree, "src/"))).toEqual(["docs/"]);
    expect(value(removePath(tree, "nope.py"))).toEqual(["unknown_path"]);
  });
  test("no sequence of edits makes an invalid tree", () => {
    const name = fc.constantFrom("a.py", "b", "sub", "docs", "..", "A.py");
    const step = fc.record({
      act: fc.constantFrom("add", "rename", "move", "remove"),
      at: fc.nat(20),
      name,
      folder: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let paths: string[] = [...tree];
        for (const { act, at, name: word, folder } of steps) {
          const path = paths[at % Math.max(1, paths.length)] ?? "src/";
          const target = folder ? `${path.slice(0, path.lastIndexOf("/") + 1)}` : path;
          const done =
            act === "add"
              ? addPath(paths, `${folder ? target : ""}${word}${folder ? "/" : ""}`)
              : act === "rename"
                ? renamePath(paths, target, word)
                : act === "move"
                  ? movePath(paths, target, folder ? `${word}/` : "")
                  : removePath(paths, target);
          if (done.ok) paths = done.value;
          expect(pathsProblems(paths, "p")).toEqual([]);
        }
      }),
    );
  });
});

test("the guided answers become folders that go together", () => {
  const paths = guidedPaths(
    {
      components: ["intake_desk", "billing_desk"],
      exposure: "both",
      folders: ["data"],
      examples: true,
      tests: "apart",
      docs: "markdown",
    },
    "clinic",
  );
  expect(paths).toEqual([
    "src/clinic/intake_desk/__init__.py",
    "src/clinic/billing_desk/__init__.py",
    "tests/intake_desk/",
    "tests/billing_desk/",
    "src/clinic/api/",
    "src/clinic/cli.py",
    "data/",
    "examples/",
    "docs/",
  ]);
  expect(pathsProblems(paths, "p")).toEqual([]);
  expect(
    guidedPaths(
      { components: [], exposure: "none", folders: [], examples: false, tests: "beside", docs: "none" },
      "clinic",
    ),
  ).toEqual(["src/clinic/tests/"]);
});
