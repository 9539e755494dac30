import { CHECK_IDS, type CheckId, checks, type Outcome } from "#lib/core/checks/check.ts";
import { counted } from "#lib/core/checks/container-check.ts";
import { tally } from "#lib/core/delivery/tally.ts";

/** One word for each status, so that a column can be read down. */
const WORDS: Readonly<Record<Outcome["status"], string>> = {
  pass: "pass",
  partial: "partly",
  fail: "FAIL",
  skipped: "skipped",
  pending: "pending",
};

const RANK: readonly Outcome["status"][] = ["fail", "partial", "pending", "skipped", "pass"];

type Outcomes = Readonly<Record<string, readonly Outcome[]>>;

/** A proof as lines for a terminal: a row for each file, failing first; findings with how to mend them; sums; what was skipped and why. */
export function proofTable(outcomes: Outcomes): string[] {
  const shown = CHECK_IDS.filter((id) => Object.values(outcomes).some((own) => own.some(({ check }) => check === id)));
  const paths = Object.keys(outcomes).sort((a, b) => rank(outcomes[a]) - rank(outcomes[b]) || (a < b ? -1 : 1));
  const rows = [
    ["File", ...shown.map((id) => checks[id].label)],
    ...paths.map((path) => [path, ...shown.map((id) => cell(outcomes[path] ?? [], id))]),
  ];
  return [...aligned(rows), ...findingLines(outcomes, paths), "", ...sums(outcomes)];
}

const rank = (own: readonly Outcome[] = []): number =>
  Math.min(...own.map(({ status }) => RANK.indexOf(status)), RANK.length);

const cell = (own: readonly Outcome[], id: CheckId): string => {
  const found = own.find(({ check }) => check === id);
  return found ? WORDS[found.status] : "";
};

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function findingLines(outcomes: Outcomes, paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    (outcomes[path] ?? []).flatMap(({ check, status, findings, ended }) =>
      findings.length === 0
        ? []
        : [
            "",
            `${path}: ${checks[check].label.toLowerCase()} ${status === "fail" ? "failed" : "has advice"}${ended ? ` (${ended})` : ""}`,
            ...findings.flatMap(({ line, column, code, message, mend }) => [
              `  ${line ? `${line}${column ? `:${column}` : ""}` : "-"}  ${code}  ${message}`,
              ...(mend ? [`     ${mend}`] : []),
            ]),
          ],
    ),
  );
}

function sums(outcomes: Outcomes): string[] {
  const sum = tally(outcomes);
  const statuses = ["pass", "partial", "fail", "skipped", "pending"] as const;
  const rows = Object.entries(sum.checks).map(([id, count]) => [
    checks[id as CheckId].label,
    ...statuses.map((status) => String(count[status] ?? 0)),
  ]);
  return [
    ...aligned([["Check", "passed", "partly", "failed", "skipped", "pending"], ...rows]),
    ...sum.skipped.map(
      ({ check, reason, files }) =>
        `Did not run: ${checks[check].label.toLowerCase()} of ${counted(files, "file")}. ${reason}`,
    ),
  ];
}
