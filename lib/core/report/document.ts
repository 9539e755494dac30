import { CHECK_IDS, checks } from "../checks/check.ts";
import type { Report } from "./schema.ts";

/** A part of the report that every form can draw. Texts are plain; each form encodes them for itself. */
export type Block =
  | { kind: "text"; text: string }
  | { kind: "notice"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "table"; head: string[]; rows: string[][] }
  | { kind: "code"; language: string; text: string }
  /** Drawn where there is a screen; its numbers stand in a table beside it. */
  | { kind: "radar"; label: string; axes: { label: string; value: number; max: number }[] }
  | { kind: "trend"; label: string; points: number[]; max: number };

export interface Section {
  id: string;
  title: string;
  blocks: Block[];
  sections?: Section[];
}

export interface ReportDocument {
  title: string;
  lead: string;
  sections: Section[];
}

const text = (words: string): Block => ({ kind: "text", text: words });
/** A table without the columns in which no row has anything. */
function table(head: string[], rows: string[][]): Block {
  const filled = head.map((_, column) => rows.some((row) => row[column] !== ""));
  const kept = <T>(row: readonly T[]) => row.filter((_, column) => filled[column]);
  return rows.length === 0 ? text("None.") : { kind: "table", head: kept(head), rows: rows.map(kept) };
}
const list = (items: string[]): Block => (items.length === 0 ? text("None.") : { kind: "list", items });
const day = (at: string | null): string => (at === null ? "" : `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`);
const percent = (share: number | null): string => (share === null ? "nothing has run" : `${Math.floor(share * 100)} %`);

/** The report in the order in which people read it. What is unfinished is said first. */
export function documentOf(report: Report): ReportDocument {
  const { summary } = report;
  return {
    title: `${summary.name}: report`,
    lead: summary.description,
    sections: [
      summarySection(report),
      decisionSection(report),
      reviewSection(report),
      taskSection(report),
      inventory(report),
      quality(report),
      {
        id: "outstanding",
        title: "Outstanding issues",
        blocks: [
          table(
            ["What", "Files", "What to do"],
            report.outstanding.map(({ what, files, mend }) => [what, files.join(", "), mend]),
          ),
        ],
      },
      nextSteps(report),
      {
        id: "recommendations",
        title: "Warnings and recommendations",
        blocks: [
          table(
            ["About", "Advice"],
            report.recommendations.map(({ kind, text: words }) => [kind, words]),
          ),
        ],
      },
      appendices(report),
    ],
  };
}

function summarySection({ summary, at }: Report): Section {
  const facts: [string, string][] = [
    ["Purpose", summary.purpose],
    ["Tier", summary.tier],
    ["Planned files", String(summary.planned)],
    ["Completed", String(summary.completed)],
    ["With a failing check", String(summary.failed)],
    ["Deferred", String(summary.skipped)],
    ["Readiness", summary.readiness],
    ["Made", day(at)],
  ];
  return {
    id: "summary",
    title: "Summary",
    blocks: [
      { kind: summary.readiness === "ready" ? "text" : "notice", text: summary.because },
      table(["", ""], facts),
    ],
  };
}

function decisionSection({ decisions, interactions }: Report): Section {
  return {
    id: "decisions",
    title: "Decisions",
    blocks: [],
    sections: [
      ...decisions.map(({ stage, confirmedBy, confirmedAt, answers }) => ({
        id: `decisions-${stage.toLowerCase()}`,
        title: stage,
        blocks: [
          text(confirmedBy ? `Confirmed by ${confirmedBy}, ${day(confirmedAt)}.` : "Not confirmed by a person."),
          table(
            ["Decision", "Answer", "Reason given"],
            answers.map(({ label, value, reason }) => [label, value, reason]),
          ),
        ],
      })),
      {
        id: "interactions",
        title: "How they meet",
        blocks: [
          table(
            ["Rule", "Weight", "What follows", "Because"],
            interactions.map(({ id, severity, effect, reason }) => [id, severity, effect, reason]),
          ),
        ],
      },
    ],
  };
}

function reviewSection({ reviews, trend }: Report): Section {
  return {
    id: "reviews",
    title: "Design reviews",
    blocks: [
      ...(trend.length > 1
        ? [
            {
              kind: "trend" as const,
              label: "Total over all reviews",
              points: trend.map(({ total }) => total),
              max: 25,
            },
            table(
              ["When", "Review", "Total"],
              trend.map(({ at, checkpoint, total }) => [day(at), String(checkpoint), String(total)]),
            ),
          ]
        : []),
    ],
    sections: reviews.map((review) => ({
      id: `review-${review.checkpoint}`,
      title: `Review ${review.checkpoint}`,
      blocks: [
        ...(review.stale ? [{ kind: "notice" as const, text: "The design changed after this review." }] : []),
        text(
          `${review.total} of 25: ${review.band}. ${review.advice} ${review.at ? `Run ${day(review.at)}.` : "Computed for this report; nobody has run it in the journey."}`,
        ),
        {
          kind: "radar",
          label: `Scores of review ${review.checkpoint}`,
          axes: review.dimensions.map(({ id, score }) => ({ label: id, value: score, max: 5 })),
        },
        table(
          ["Dimension", "Score", "Why"],
          review.dimensions.map(({ id, score, justification }) => [id, `${score} of 5`, justification]),
        ),
        table(
          ["Finding", "Level", "Points", "What", "Fix"],
          review.findings.map(({ id, level, points, message, fix }) => [id, level, String(points), message, fix ?? ""]),
        ),
        text(
          review.answer
            ? `Answered by ${review.answer.by}, ${day(review.answer.at)}: ${review.answer.kind}.`
            : "Nobody has answered it.",
        ),
        ...Object.entries(review.answer?.reasons ?? {}).map(([id, reason]) => text(`${id}: ${reason}`)),
      ],
    })),
  };
}

function taskSection({ tasks }: Report): Section {
  const said = tasks.flatMap((task) => [
    ...(task.acknowledgement ? [[task.path, "accepted with a reason", task.acknowledgement]] : []),
    ...task.changeRequests.map((words) => [task.path, "change asked for", words]),
    ...task.repairs.map((words) => [task.path, "repaired", words]),
    ...(task.note ? [[task.path, task.status, task.note]] : []),
  ]);
  return {
    id: "tasks",
    title: "Results by task",
    blocks: [
      table(
        ["Task", "File", "Status", "Passed", "Failed", "Skipped", "By"],
        tasks.map(({ id, path, status, checks: ran, acceptedBy, acceptedAt }) => [
          id,
          path,
          status,
          String(ran.filter((one) => one.status === "pass" || one.status === "partial").length),
          ran
            .filter((one) => one.status === "fail")
            .map(({ check }) => checks[check].label)
            .join(", "),
          String(ran.filter((one) => one.status === "skipped" || one.status === "pending").length),
          acceptedBy ? `${acceptedBy}, ${day(acceptedAt)}` : "",
        ]),
      ),
      ...(said.length > 0 ? [table(["File", "What", "Words"], said)] : []),
    ],
  };
}

const inventory = ({ tasks }: Report): Section => ({
  id: "inventory",
  title: "Files",
  blocks: [
    table(
      ["File", "Lines", "Bytes", "Purpose", "Source", "SHA-256"],
      tasks
        .filter(({ status }) => status !== "removed")
        .map(({ path, lines, bytes, purpose, source, sha256 }) => [
          path,
          String(lines ?? ""),
          String(bytes ?? ""),
          purpose,
          source,
          sha256?.slice(0, 12) ?? "",
        ]),
    ),
  ],
});

function quality({
  quality: { files, lines, bytes, outcomes, passingShare, tests, sandboxes, notMeasured },
}: Report): Section {
  return {
    id: "quality",
    title: "Quality",
    blocks: [
      table(
        ["", ""],
        [
          ["Files", String(files)],
          ["Lines", String(lines)],
          ["Bytes", String(bytes)],
          ["Passed, of all checks that ran", percent(passingShare)],
          [
            "Tests",
            tests ? `${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped` : "none were run",
          ],
          ["Sandbox", sandboxes.join(", ") || "none spoke"],
        ],
      ),
      table(
        ["Check", "Passed", "Partial", "Failed", "Skipped", "Waiting"],
        CHECK_IDS.flatMap((id) => outcomes.filter(({ check }) => check === id)).map((one) => [
          one.label,
          String(one.pass),
          String(one.partial),
          String(one.fail),
          String(one.skipped),
          String(one.pending),
        ]),
      ),
      list(notMeasured),
    ],
  };
}

const nextSteps = ({ nextSteps: steps }: Report): Section => ({
  id: "next-steps",
  title: "Next steps",
  blocks: [],
  sections: steps.map(({ title, parts }, index) => ({
    id: `step-${index + 1}`,
    title,
    blocks: parts.flatMap(({ note, commands }): Block[] => [
      ...(note ? [text(note)] : []),
      { kind: "code", language: "console", text: commands.map((command) => `$ ${command}`).join("\n") },
    ]),
  })),
});

const appendices = ({ log, deliveries, prompts }: Report): Section => ({
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
      blocks: [],
      sections: prompts.map(({ id, path, text: words }) => ({
        id: id.toLowerCase(),
        title: `${id}: ${path}`,
        blocks: [{ kind: "code", language: "markdown", text: words.trimEnd() }],
      })),
    },
  ],
});
