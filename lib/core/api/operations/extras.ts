import { z } from "zod";
import { readSignature, type Signature } from "../../delivery/commits.ts";

const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");

/** What may come with a repository: its history, who signs it, its report. */
export const extrasShape = {
  history: flag.describe("1 adds a git history, one commit for each file."),
  report: flag.describe("1 adds docs/design-report.md."),
  author: z
    .string()
    .max(200)
    .optional()
    .describe("Who signs the history: Name <mail>. Without it, the author that the answers name."),
};

/** The parameters as they are used; without an author there is no such key. */
export function extrasOf({
  history,
  report,
  author,
}: {
  history: boolean;
  report: boolean;
  author?: string | undefined;
}): {
  history: boolean;
  report: boolean;
  author?: Signature;
} {
  return { history, report, ...(author === undefined ? {} : { author: readSignature(author) }) };
}
