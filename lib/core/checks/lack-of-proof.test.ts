import { expect, test } from "vitest";
import { CHECK_IDS, type CheckId, type Outcome } from "./check.ts";
import { lackOfProof } from "./lack-of-proof.ts";

const all = (change: Partial<Record<CheckId, Outcome["status"]>> = {}): Outcome[] =>
  CHECK_IDS.map((check) => ({ check, status: change[check] ?? "pass", findings: [], tool: "t" }));

test("only a file whose every check passed is proved; nothing that waits, is partial or did not run counts", () => {
  expect(lackOfProof(all(), "docker")).toBeNull();
  for (const status of ["fail", "partial", "pending"] as const)
    for (const check of CHECK_IDS) expect(lackOfProof(all({ [check]: status }), "docker")).toContain(`(${status})`);
  expect(lackOfProof([], "docker")).toContain("No check has run");
});

test("what a container skipped for a reason of the design is fine; what no container ran is not", () => {
  const skipped = all({ types: "skipped", contract: "skipped" });
  expect(lackOfProof(skipped, "docker")).toBeNull();
  expect(lackOfProof(skipped, "embedded")).toContain("Docker");
  expect(lackOfProof(all({ contract: "skipped" }), "embedded")).toBeNull();
});
