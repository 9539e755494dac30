import { z } from "zod";
import { readSignature, type Signature } from "./commits.ts";

/** What comes with a repository when someone asks for it. */
export interface Extras {
  /** A git history, one commit for each task. */
  history?: boolean;
  /** The report as a file of the repository. */
  report?: boolean;
  /** Who signs the commits; absent: the author that the answers name. */
  author?: Signature;
}

const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");

/** The same as parameters of an address. */
export const extrasShape = {
  history: flag.describe("1 adds a git history, one commit for each file."),
  report: flag.describe("1 adds docs/design-report.md."),
  author: z
    .string()
    .max(200)
    .optional()
    .describe("Who signs the history: Name <mail>. Without it, the author that the answers name."),
};

const shape = z.object(extrasShape);

/** The parameters as they are used; without an author there is no such key. */
export const extrasOf = ({ history, report, author }: z.output<typeof shape>): Extras => ({
  history,
  report,
  ...(author === undefined ? {} : { author: readSignature(author) }),
});

/** Reads them from an address that carries other parameters as well; null where one of them is not right. */
export function readExtras(asked: URLSearchParams): Extras | null {
  const read = shape.safeParse(Object.fromEntries(asked));
  return read.success ? extrasOf(read.data) : null;
}
