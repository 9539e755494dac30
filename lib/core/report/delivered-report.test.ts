import { expect, test } from "vitest";
import { designFiles } from "#lib/wizard/packing.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { type Example, examples } from "../catalog/examples.ts";
import type { Outcome } from "../checks/check.ts";
import type { MeasuredCoverage } from "../checks/coverage.ts";
import { evidenceFile, evidenceFor, type ProvedFile } from "../delivery/evidence.ts";
import type { DeliveredFile } from "../delivery/repository.ts";
import { sha256 } from "../sha256.ts";
import { deliveredReport } from "./delivered-report.ts";
import type { Report } from "./schema.ts";

const { answers } = examples[0] as Example;
const rendered = render(answers);
const passed: Outcome = { check: "syntax", status: "pass", findings: [], tool: "ruff 1", sandbox: "docker" };
const failed: Outcome = {
  check: "style",
  status: "fail",
  tool: "ruff 1",
  findings: [{ code: "E1", message: "Too long", line: 3 }],
};

const coverage: MeasuredCoverage = {
  tool: "coverage 7",
  branch: false,
  floor: 85,
  total: { statements: 10, covered: 9, branches: 0, coveredBranches: 0 },
  files: [],
};

function delivery(figure?: MeasuredCoverage): DeliveredFile[] {
  const files = designFiles(rendered, { report: true });
  const own = files.filter(({ path }) => !path.startsWith(".plumbline/") && path !== "docs/design-report.md");
  const proved = own.map(
    ({ path, text }): ProvedFile => ({
      path,
      sha256: sha256(text),
      outcomes: path === "LICENSE" ? [passed, failed] : [passed],
      accepted: path === "LICENSE" ? { by: "owner", acknowledgement: "We like it long" } : { by: "agent" },
    }),
  );
  const evidence = evidenceFor(files, proved, {}, figure);
  return evidence ? [...files, evidenceFile(evidence)] : files;
}

const report = (files: readonly DeliveredFile[]): Report => {
  const standing = files.map(({ path, text }) => ({ path, text, sha256: sha256(text) }));
  const made = deliveredReport({ ...rendered, standing });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
};
const changed = (path: string, text: string) =>
  delivery().map((file) => (file.path === path ? { ...file, text } : file));

test("a delivered repository tells who accepted what, and what the checks found", () => {
  const { summary, tasks, quality, outstanding } = report(delivery());
  expect([summary.planned, summary.completed, summary.failed]).toEqual([tasks.length, tasks.length, 1]);
  expect(tasks.find(({ path }) => path === "LICENSE")).toMatchObject({
    status: "accepted",
    acceptedBy: "the owner",
    acknowledgement: "We like it long",
    checks: [
      { check: "syntax" },
      { check: "style", status: "fail", found: [{ line: 3, message: "Too long", mend: "" }] },
    ],
  });
  expect(quality.outcomes.find(({ check }) => check === "syntax")).toMatchObject({
    pass: tasks.length,
    tools: ["ruff 1"],
  });
  expect(outstanding.map(({ what }) => what)).toEqual(["Files with a failing check", "Stubs that are not finished"]);
});

test("a file that changed since has lost its proof and its acceptance, and the report names it", () => {
  const { tasks, outstanding, summary } = report(changed("README.md", "# Mine\n"));
  expect(tasks.find(({ path }) => path === "README.md")).toMatchObject({
    status: "open",
    checks: [],
    source: "Edited here",
    lines: 1,
  });
  expect(outstanding.find(({ what }) => what === "Files changed since the delivery")?.files).toEqual(["README.md"]);
  expect(summary.readiness).toBe("unfinished");
});

test("a figure of all tests is told while every file is as it was, and of no other files", () => {
  expect(report(delivery(coverage)).quality.coverage).toEqual(coverage);
  const edited = delivery(coverage).map((file) => (file.path === "README.md" ? { ...file, text: "# Mine\n" } : file));
  for (const files of [edited, delivery()]) {
    const { quality } = report(files);
    expect(quality.coverage).toBeNull();
    expect(quality.notMeasured.join()).toContain("Test coverage.");
  }
});

test("files that are gone or were put in are outstanding", () => {
  const files = [
    ...delivery().filter(({ path }) => path !== "README.md"),
    { path: "mine.py", text: "", mode: 0o644 as const },
  ];
  const { outstanding, tasks } = report(files);
  expect(outstanding.filter(({ what }) => /gone|did not have/.test(what)).map((one) => one.files)).toEqual([
    ["README.md"],
    ["mine.py"],
  ]);
  expect(tasks.find(({ path }) => path === "README.md")?.bytes).toBeNull();
});

test.each([
  ["no manifest", () => delivery().filter(({ path }) => !path.endsWith("manifest.json"))],
  ["evidence that is none", () => changed(".plumbline/evidence.json", '{"plumbline": 1}')],
  [
    "evidence of checks that nobody knows",
    () =>
      changed(
        ".plumbline/evidence.json",
        JSON.stringify({
          ...JSON.parse(delivery().at(-1)?.text ?? ""),
          files: [{ path: "LICENSE", sha256: "0".repeat(64), checks: [{ check: "magic" }] }],
        }),
      ),
  ],
  ["a manifest that is no JSON", () => changed(".plumbline/manifest.json", "{")],
])("%s is refused, not guessed", (_, files) => {
  const standing = files().map(({ path, text }) => ({ path, text, sha256: sha256(text) }));
  expect(deliveredReport({ ...rendered, standing }).ok).toBe(false);
});
