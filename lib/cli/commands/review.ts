import { reviewAnswers } from "#lib/core/design/facts.ts";
import { BadInput, data, EXIT, type ExitCode, json } from "../output.ts";
import { readAnswers } from "../read-answers.ts";

/** Prints the critic's review; exit code 1 when it found a blocker, an error or a warning. */
export async function run(file: string, options: Record<string, string | boolean | undefined>): Promise<ExitCode> {
  const checkpoint = Number(options.checkpoint);
  if (checkpoint !== 1 && checkpoint !== 2)
    throw new BadInput([
      {
        path: "--checkpoint",
        code: "unknown",
        message: `There is no checkpoint ${options.checkpoint}.`,
        hint: "Use 1 or 2.",
      },
    ]);
  const review = reviewAnswers(readAnswers(file), checkpoint);
  const scores = Object.fromEntries(review.dimensions.map(({ id, score }) => [id, score]));
  const findings = review.findings.map(({ id, dimension, points, level, message, fix, evidence }) => ({
    id,
    dimension,
    points,
    level,
    message,
    fix,
    evidence: evidence.map(({ fact, value, decisions }) => ({ fact, value, decisions })),
  }));
  if (options.json) {
    json({ checkpoint, scores, total: review.total, band: review.band, findings });
  } else {
    data(`${review.total} of 25: ${review.band}`);
    for (const { id, score, justification } of review.dimensions)
      data(`  ${id.padEnd(16)} ${score.toFixed(1)}  ${justification}`);
    for (const { id, level, points, message, fix } of findings)
      data(`${id} ${level} ${points > 0 ? "+" : ""}${points}  ${message}${fix ? ` ${fix}` : ""}`);
  }
  return review.findings.some(({ level }) => level !== "good" && level !== "notice") ? EXIT.findings : EXIT.done;
}
