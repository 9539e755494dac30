import { type Block, day, facts, type ReportDocument, type Section, table, text } from "./blocks.ts";
import { colleagueSection } from "./colleagues.ts";
import { appendices, inventory, quality, taskSection } from "./file-sections.ts";
import type { Report } from "./schema.ts";

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
      colleagueSection(report.colleagues),
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
  const told: [string, string][] = [
    ["Package", summary.packageName],
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
    blocks: [{ kind: summary.readiness === "ready" ? "text" : "notice", text: summary.because }, facts(told)],
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
            interactions.map(({ id, severity, effect, reason }) => [id, WEIGHTS[severity] ?? severity, effect, reason]),
          ),
        ],
      },
    ],
  };
}

/** How strongly a rule speaks, for readers who know no rule book: none of these is a fault of the design. */
export const WEIGHTS: Readonly<Record<string, string>> = {
  blocker: "needs a reason",
  error: "always obeyed",
  warn: "to know",
  notice: "noted",
  info: "noted",
};

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
          ["Finding", "Dimension", "Level", "Points", "What", "Fix", "Evidence"],
          review.findings.map(({ id, dimension, level, points, message, fix, evidence }) => [
            id,
            dimension,
            level,
            String(points),
            message,
            fix ?? "",
            evidence.map(({ label, value }) => `${label}: ${value}`).join("; "),
          ]),
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

const nextSteps = ({ nextSteps: steps }: Report): Section => ({
  id: "next-steps",
  title: "Next steps",
  blocks: [],
  sections: steps.map(({ title, parts }, index) => ({
    id: `step-${index + 1}`,
    title,
    blocks: parts.flatMap(({ note, commands }): Block[] => [
      ...(note ? [text(note)] : []),
      { kind: "code", language: "sh", text: commands.join("\n") },
    ]),
  })),
});
