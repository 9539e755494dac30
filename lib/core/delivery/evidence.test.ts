import { expect, test } from "vitest";
import { examples } from "../catalog/examples.ts";
import type { Outcome } from "../checks/check.ts";
import { sha256 } from "../sha256.ts";
import { compareManifest } from "./compare-manifest.ts";
import { evidenceFile, evidenceFor } from "./evidence.ts";
import { type DeliveredFile, MANIFEST_PATH } from "./repository.ts";

const answers = JSON.stringify(examples[0]?.answers);
const texts = { "README.md": "# Here\n", "src/pkg/a.py": "A = 1\n", "src/pkg/b.py": "B = 1\n" };

const manifest = JSON.stringify({
  plumbline: 1,
  answers: sha256(answers),
  files: Object.entries(texts).map(([path, text]) => ({ path, sha256: sha256(text) })),
  missing: [{ path: "src/pkg/later.py", task: "TASK-004", reason: "not accepted" }],
});
const delivered: DeliveredFile[] = Object.entries({
  ".plumbline/answers.json": answers,
  [MANIFEST_PATH]: manifest,
  ...texts,
}).map(([path, text]) => ({ path, text, mode: 0o644 }));

const passed: Outcome = { check: "syntax", status: "pass", findings: [], tool: "parser", sandbox: "embedded" };
const failed: Outcome = { ...passed, check: "style", status: "fail", findings: [{ code: "F401", message: "unused" }] };
const skipped: Outcome = { check: "types", status: "skipped", reason: "Needs Docker.", findings: [], tool: "none" };

const proved = [
  {
    path: "src/pkg/a.py",
    sha256: sha256(texts["src/pkg/a.py"]),
    outcomes: [passed, failed, skipped],
    accepted: { by: "owner", acknowledgement: "kept for later" },
  },
  { path: "src/pkg/b.py", sha256: sha256("an older content"), outcomes: [passed] },
];

const evidence = evidenceFor(delivered, proved, { embedded: "reader 1" });
const standing = (files: readonly DeliveredFile[]) =>
  files.map(({ path, text }) => ({ path, text, sha256: sha256(text) }));
const compared = (files: readonly DeliveredFile[]) => {
  const result = compareManifest(standing(files));
  if (!result.ok) throw new Error(result.error[0]?.message);
  return result.value;
};
const withEvidence = () => [...delivered, ...(evidence ? [evidenceFile(evidence)] : [])];

test("evidence tells of each file as it is delivered, and names the files of which nothing is known", () => {
  expect(evidence?.files.map(({ path }) => path)).toEqual(["src/pkg/a.py"]);
  expect(evidence?.unproved).toEqual(["README.md", "src/pkg/b.py"]);
});

test("a failed check that a person accepted keeps its findings and the reason", () => {
  expect(evidence?.files[0]?.accepted).toEqual({ by: "owner", acknowledgement: "kept for later" });
  expect(evidence?.files[0]?.checks[1]?.findings).toEqual(failed.findings);
  expect(evidence?.totals).toMatchObject({ files: 1, failing: 1 });
});

test("what did not run stands beside what ran, with its reason, and counts as no pass", () => {
  expect(evidence?.skipped).toEqual([{ check: "types", reason: "Needs Docker.", files: 1 }]);
  expect(evidence?.totals.checks.types).toEqual({ skipped: 1 });
});

test("a repository on which nothing ran has no evidence", () => {
  expect(evidenceFor(delivered, [], {})).toBeNull();
});

test("a delivered repository stands as its manifest says, with and without evidence", () => {
  expect(compared(delivered)).toMatchObject({ same: true, evidence: "none", files: 3 });
  expect(compared(withEvidence())).toMatchObject({ same: true, evidence: "same" });
});

test("changed, missing and added files are named, and a file that was left out knowingly is none of them", () => {
  const changed = delivered
    .filter(({ path }) => path !== "README.md")
    .map((file) => (file.path === "src/pkg/b.py" ? { ...file, text: "B = 2\n" } : file));
  const files = [...changed, { path: "src/pkg/c.py", text: "", mode: 0o644 as const }];
  expect(compared(files)).toMatchObject({
    same: false,
    changed: ["src/pkg/b.py"],
    missing: ["README.md"],
    added: ["src/pkg/c.py"],
  });
});

test("other answers than those that were rendered are a difference", () => {
  const files = delivered.map((file) => (file.path.endsWith("answers.json") ? { ...file, text: "{}" } : file));
  expect(compared(files)).toMatchObject({ same: false, answers: "changed" });
});

test("evidence about another content or another manifest is not evidence about this repository", () => {
  const edited = withEvidence().map((file) => (file.path === "src/pkg/a.py" ? { ...file, text: "A = 2\n" } : file));
  expect(compared(edited)).toMatchObject({ same: false, evidence: "other-content" });
  const other = withEvidence().map((file) => (file.path === MANIFEST_PATH ? { ...file, text: `${manifest}\n` } : file));
  expect(compared(other)).toMatchObject({ same: false, evidence: "other-manifest" });
});

test("a manifest that is not ours is refused with the way to mend it", () => {
  for (const text of ["", "[]", '{"plumbline": 2}', '{"plumbline": 1, "answers": "x", "files": []}']) {
    const result = compareManifest(standing([{ path: MANIFEST_PATH, text, mode: 0o644 }]));
    expect(result.ok ? [] : result.error.map(({ path, hint }) => [path, hint !== undefined])).toEqual([
      [MANIFEST_PATH, true],
    ]);
  }
});
