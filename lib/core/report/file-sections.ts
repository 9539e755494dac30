import { CHECK_IDS, checks } from "../checks/check.ts";
import { coverageSentence, coverageWords, coveredPercent, type MeasuredCoverage } from "../checks/coverage.ts";
import { type Block, day, facts, list, percent, type Section, table, text } from "./blocks.ts";
import type { Report, ReportTask } from "./schema.ts";

type Ran = ReportTask["checks"][number];

const label = ({ check }: Ran): string => checks[check].label;

/** What every task came to: status, verdict and acceptance, and below it what its checks and people said. */
export const taskSection = ({ tasks }: Report): Section => ({
  id: "tasks",
  title: "Results by task",
  blocks: [
    table(
      ["Task", "File", "Status", "Verdict", "Accepted by"],
      tasks.map(({ id, path, status, verdict, acceptedBy, acceptedAt }) => [
        id,
        path,
        status,
        verdict ?? "",
        [acceptedBy, day(acceptedAt)].filter(Boolean).join(", "),
      ]),
    ),
  ],
  sections: [checkSection(tasks), saidSection(tasks)].filter((section) => section.blocks.length > 0),
});

/** What the checks said, file by file: the matrix, what did not pass and why, the findings. */
function checkSection(tasks: readonly ReportTask[]): Section {
  const checked = tasks.filter((task) => task.checks.length > 0);
  const ran = CHECK_IDS.filter((id) => checked.some((task) => task.checks.some(({ check }) => check === id)));
  const cell = (task: ReportTask, id: string) => task.checks.find(({ check }) => check === id);
  // Not `Map.groupBy`: Node 20, on which the one-file command line runs, lacks it.
  const reasons = new Map<string, { one: ReportTask["checks"][number]; path: string }[]>();
  for (const { path, checks: own } of checked)
    for (const one of own.filter(({ reason }) => reason !== "")) {
      const key = JSON.stringify([label(one), one.status, one.reason]);
      reasons.set(key, [...(reasons.get(key) ?? []), { one, path }]);
    }
  const found = checked.flatMap(({ path, checks: own }) =>
    own.flatMap((one) =>
      one.found.map(({ line, message, mend }) => [path, label(one), String(line ?? ""), message, mend]),
    ),
  );
  return {
    id: "checks",
    title: "Checks by file",
    blocks:
      checked.length === 0
        ? []
        : [
            {
              kind: "matrix",
              label: "Checks by file, in the order of the plan",
              columns: checked.map(({ path }) => path),
              rows: ran.map((id) => ({
                label: checks[id].label,
                cells: checked.map((task) => cell(task, id)?.status ?? "none"),
              })),
            },
            table(
              ["File", ...ran.map((id) => checks[id].label)],
              checked.map((task) => [task.path, ...ran.map((id) => cellWords(cell(task, id)))]),
            ),
            ...(reasons.size > 0
              ? [
                  table(
                    ["Check", "Status", "Why", "Files"],
                    [...reasons].map(([key, group]) => [
                      ...(JSON.parse(key) as string[]),
                      group.length === checked.length ? "all" : group.map(({ path }) => path).join(", "),
                    ]),
                  ),
                ]
              : []),
            ...(found.length > 0 ? [table(["File", "Check", "Line", "Finding", "How to mend it"], found)] : []),
          ],
  };
}

/** "fail, 2 findings", "pass, 12 tests passed". */
function cellWords(one: Ran | undefined): string {
  if (!one) return "";
  const counted = one.tests
    ? (["passed", "failed", "skipped"] as const).flatMap((kind) =>
        one.tests?.[kind] ? [`${one.tests[kind]} ${kind}`] : [],
      )
    : [];
  return [one.status, ...(one.findings > 0 ? [`findings: ${one.findings}`] : []), ...counted].join(", ");
}

/** What people said about files: reasons, change requests, repairs. */
function saidSection(tasks: readonly ReportTask[]): Section {
  const said = tasks.flatMap((task) => [
    ...(task.acknowledgement ? [[task.path, "accepted with a reason", task.acknowledgement]] : []),
    ...task.changeRequests.map((words) => [task.path, "change asked for", words]),
    ...task.repairs.map((words) => [task.path, "repaired", words]),
    ...(task.note ? [[task.path, task.status, task.note]] : []),
  ]);
  return {
    id: "said",
    title: "Reasons, change requests and repairs",
    blocks: said.length > 0 ? [table(["File", "What", "Words"], said)] : [],
  };
}

/** Every file that is planned and was not removed. */
export const inventory = ({ tasks }: Report): Section => ({
  id: "inventory",
  title: "Files",
  blocks: [
    table(
      ["File", "Status", "Lines", "Bytes", "Purpose", "Source", "SHA-256"],
      tasks
        .filter(({ status }) => status !== "removed")
        .map(({ path, status, lines, bytes, purpose, source, sha256, unfinished }) => [
          path,
          unfinished ? `${status}, a stub` : status,
          String(lines ?? ""),
          String(bytes ?? ""),
          purpose,
          source,
          sha256?.slice(0, SHORT) ?? "",
        ]),
    ),
  ],
});

/** So much of a hash tells files apart; the whole one is in the manifest. */
const SHORT = 12;

/** What the checks of all files come to together, and what was not measured. */
export function quality({ quality: counted }: Report): Section {
  const { files, lines, bytes, outcomes, passingShare, tests, coverage, sandboxes, notMeasured } = counted;
  const style = outcomes.find(({ check }) => check === "style");
  const blocks: Block[] = [
    facts([
      ["Files", String(files)],
      ["Lines", String(lines)],
      ["Bytes", String(bytes)],
      ["Passed, of all checks that ran", percent(passingShare)],
      ["Style", style ? styleWords(style) : ""],
      ["Tests", tests ? `${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped` : "none were run"],
      ["Coverage", coverage ? coverageSentence(coverage) : "not measured"],
      ["Sandbox", sandboxes.join(", ") || "none spoke"],
    ]),
    table(
      ["Check", "Passed", "Partial", "Failed", "Skipped", "Waiting", "Judged by"],
      outcomes.map(({ label: name, pass, partial, fail, skipped, pending, tools }) => [
        name,
        ...[pass, partial, fail, skipped, pending].map(String),
        tools.join(", "),
      ]),
    ),
    ...(coverage ? coverageBlocks(coverage) : []),
    ...(notMeasured.length > 0 ? [text("Not measured."), list(notMeasured)] : []),
  ];
  return { id: "quality", title: "Quality", blocks };
}

/** File by file, the least covered first. */
function coverageBlocks({ tool, branch, files }: MeasuredCoverage): Block[] {
  const sorted = files.toSorted((a, b) => coveredPercent(a) - coveredPercent(b) || (a.path < b.path ? -1 : 1));
  return [
    text(
      `Measured over all tests by ${tool}${branch ? ", with branches" : ""}, by the repository's own settings. It says how much ran, not how well it was tested.`,
    ),
    table(
      ["File", "Covered", "Statements", "Ran", "Branches", "Taken"],
      sorted.map(({ path, statements, covered, branches, coveredBranches }) => [
        path,
        coverageWords({ statements, covered, branches, coveredBranches }),
        ...[statements, covered].map(String),
        ...(branch ? [branches, coveredBranches].map(String) : ["", ""]),
      ]),
    ),
  ];
}

function styleWords({ pass, partial, fail }: Report["quality"]["outcomes"][number]): string {
  const ran = pass + partial + fail;
  return ran === 0
    ? "not checked"
    : `${pass + partial} of ${ran} files as the repository's own linter and formatter want them`;
}

/** What happened, what left, and the prompts that were handed out. */
export const appendices = ({ log, deliveries, prompts }: Report): Section => ({
  id: "appendices",
  title: "Appendices",
  blocks: [],
  sections: [
    {
      id: "log",
      title: "Log",
      blocks: [
        table(
          ["No.", "When", "Who", "What"],
          log.map(({ version, at, by, what }) => [String(version), day(at), by, what]),
        ),
      ],
    },
    {
      id: "deliveries",
      title: "Deliveries",
      blocks: [
        table(
          ["When", "How", "Files", "Left out", "SHA-256"],
          deliveries.map(({ at, kind, files, unfinished, sha256 }) => [
            day(at),
            kind,
            String(files),
            String(unfinished),
            sha256,
          ]),
        ),
      ],
    },
    {
      id: "prompts",
      title: "Sub-prompts",
      blocks:
        prompts.length === 0
          ? [text("Left out here. `plumbline prompt .plumbline/answers.json TASK-001` prints the one of a task.")]
          : [],
      sections: prompts.map(({ id, path, text: words }) => ({
        id: id.toLowerCase(),
        title: `${id}: ${path}`,
        blocks: [{ kind: "code", language: "markdown", text: words.trimEnd() }],
      })),
    },
  ],
});
