import { expect, test } from "vitest";
import type { TaskRow } from "#lib/core/view/generation-view.ts";
import { filtered, KINDS } from "./task-filter.ts";

const row = (path: string, more: Partial<TaskRow> = {}): TaskRow => ({
  id: "TASK-001",
  path,
  folder: "",
  name: path,
  phase: "core",
  phaseLabel: "Core",
  purpose: "Prices a stay",
  effort: "simple",
  status: "open",
  unfinished: false,
  gap: null,
  own: false,
  after: [],
  usedBy: [],
  groups: [],
  draft: { number: 1, sha256: "0", source: "template", saved: false },
  newer: false,
  proof: null,
  note: "",
  ...more,
});
const rows = [
  row("src/pricing.py"),
  row("src/api.py", { purpose: "Routes", status: "accepted", proof: "passed" }),
  row("src/db.py", { purpose: "Rows", status: "accepted", newer: true }),
  row("own.py", { purpose: "Own", draft: null, groups: ["Mine"] }),
];
const shown = (text: string, kind: string) => filtered(rows, { text, kind }).map(({ path }) => path);

test("words match anywhere in path or purpose, and all of them must", () => {
  expect(shown("STAY pricing", "all")).toEqual(["src/pricing.py"]);
  expect(shown("pricing nothing", "all")).toEqual([]);
});

test("an accepted file with a newer draft is still to be decided", () => {
  expect(shown("", "open")).toEqual(["src/pricing.py", "src/db.py", "own.py"]);
  expect(shown("", "stale")).toEqual(["src/db.py"]);
});

test("a group narrows the list to its files", () => {
  expect(shown("", "group:Mine")).toEqual(["own.py"]);
});

test("every kind is offered once", () => {
  expect(new Set(KINDS.map(({ id }) => id)).size).toBe(KINDS.length);
});
