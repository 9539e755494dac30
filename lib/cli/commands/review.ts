import { reviewDocument } from "#lib/core/api/documents/review.ts";
import { reviewAnswers } from "#lib/core/design/facts.ts";
import { data, EXIT, type ExitCode, json } from "../output.ts";
import { readAnswers } from "../read-answers.ts";

/** Prints the critic's review; exit code 1 when it found a blocker, an error or a warning. */
export async function run(file: string, options: Record<string, string | boolean | undefined>): Promise<ExitCode> {
  const review = reviewAnswers(readAnswers(file), options.checkpoint === "1" ? 1 : 2);
  if (options.json) {
    json(reviewDocument(review));
  } else {
    data(`${review.total} of 25: ${review.band}`);
    for (const { id, score, justification } of review.dimensions)
      data(`  ${id.padEnd(16)} ${score.toFixed(1)}  ${justification}`);
    for (const { id, level, points, message, fix } of review.findings)
      data(`${id} ${level} ${points > 0 ? "+" : ""}${points}  ${message}${fix ? ` ${fix}` : ""}`);
  }
  return review.findings.some(({ level }) => level !== "good" && level !== "notice") ? EXIT.findings : EXIT.done;
}
