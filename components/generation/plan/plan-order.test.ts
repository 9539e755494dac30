import { expect, test } from "vitest";
import { moved, nudged, shiftedPaths } from "./plan-order.ts";

const rows = [
  { path: "a.py", after: [] },
  { path: "b.py", after: ["a.py"] },
  { path: "c.py", after: [] },
];

test("a file moves freely where nothing builds on it", () => {
  expect(moved(rows, "c.py", "a.py")).toEqual({ order: ["c.py", "a.py", "b.py"] });
  expect(nudged(rows, "c.py", -1)).toEqual({ order: ["a.py", "c.py", "b.py"] });
});

test("a file that stands before what it builds on is refused with both names", () => {
  expect(nudged(rows, "b.py", -1)).toEqual({ because: "b.py builds on a.py and must come after it." });
});

test("a file that is moved behind its user is refused with both names", () => {
  expect(moved(rows, "a.py", null)).toEqual({ because: "b.py builds on a.py and must come after it." });
});

test("the ends of the list are the ends", () => {
  expect(nudged(rows, "a.py", -1)).toHaveProperty("because");
  expect(nudged(rows, "c.py", 1)).toHaveProperty("because");
});

test("of two files that changed places, the one that was touched is the one that moved", () => {
  const now = [rows[0], rows[2], rows[1]] as typeof rows;
  expect(shiftedPaths(rows, now, new Set(["c.py"]))).toEqual(new Set(["c.py"]));
  expect(shiftedPaths(rows, now, new Set(["b.py"]))).toEqual(new Set(["b.py"]));
});

test("a file that was moved and moved back counts as not moved", () => {
  expect(shiftedPaths(rows, rows, new Set(["c.py"]))).toEqual(new Set());
});
