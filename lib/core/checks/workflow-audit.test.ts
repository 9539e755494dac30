import { expect, test } from "vitest";
import type { CommandResult } from "./container-check.ts";
import { tideRepository } from "./tide.fixture.ts";
import { workflowAudit } from "./workflow-audit.ts";

const CI = ".github/workflows/ci.yml";
const toolchain = { pythonMinor: 13, versions: { zizmor: "1.32.0" }, programs: {}, secret: () => "" };

const audit = (severity: string, path = `./${CI}`) => ({
  ident: "template-injection",
  desc: "code injection",
  url: "https://example.org",
  determinations: { severity },
  locations: [
    {
      symbolic: { kind: "Primary", annotation: "may expand", key: { Local: { verbatim_path: path } } },
      concrete: { location: { start_point: { row: 9, column: 4 } } },
    },
  ],
});

const judged = (found: unknown, exitCode: number | null, more: Partial<CommandResult> = {}) =>
  workflowAudit
    .plan(tideRepository(), [CI, "README.md"], toolchain)
    .read([{ id: "workflows", exitCode, stdout: JSON.stringify(found), stderr: "", ended: null, ...more }])
    .outcomes.get(CI);

test("what the audit finds is pinned to its workflow; what is minor is advice and fails nothing", () => {
  expect(judged([audit("High")], 14)).toMatchObject({ status: "fail", findings: [{ line: 10, column: 5 }] });
  expect(judged([audit("Low")], 12)).toMatchObject({ status: "pass", findings: [{ severity: "advisory" }] });
  expect(judged([audit("High", "other.yml")], 14)).toMatchObject({ status: "pass", findings: [] });
});

test("an audit that did not finish is no pass", () => {
  expect(judged("no list", 14)?.status).toBe("skipped");
  expect(judged([], 1)?.status).toBe("skipped");
  expect(judged([], null, { ended: "time limit" })).toMatchObject({ status: "fail", ended: "time limit" });
});

test("only workflows are audited", () => {
  expect(workflowAudit.plan(tideRepository(), ["README.md"], toolchain).job).toBeNull();
});
