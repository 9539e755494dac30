import { z } from "zod";
import { decisionAt } from "../catalog/index.ts";
import type { ProjectState } from "../project/state.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type Anchor, LINE_LENGTH } from "./anchor.ts";

/** The database takes neither half a character nor a null; a line that was cut may end in the one. */
const keepable = (text: string): string => text.toWellFormed().replaceAll("\0", "\ufffd");

/** An anchor as it comes from outside. */
export const anchorSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("general") }),
  z.strictObject({ kind: z.literal("decision"), path: z.string().max(100).describe("A decision: features.api.") }),
  z.strictObject({
    kind: z.literal("finding"),
    checkpoint: z.union([z.literal(1), z.literal(2)]),
    id: z.string().max(100).describe("A finding of that review."),
  }),
  z.strictObject({ kind: z.literal("task"), path: z.string().max(240).describe("A file of the plan.") }),
  z.strictObject({
    kind: z.literal("line"),
    path: z.string().max(240),
    line: z.number().int().min(1).max(100_000),
    text: z.string().max(LINE_LENGTH).overwrite(keepable).describe("What the line said then."),
  }),
]) satisfies z.ZodType<Anchor>;

/** The place in words. */
export function anchorWords(anchor: Anchor): string {
  switch (anchor.kind) {
    case "general":
      return "The design as a whole";
    case "decision":
      return decisionAt(anchor.path)?.label ?? anchor.path;
    case "finding":
      return `Review ${anchor.checkpoint}, finding ${anchor.id}`;
    case "task":
      return anchor.path;
    case "line":
      return `${anchor.path}, line ${anchor.line}`;
  }
}

/**
 * Whether a project has the part that an anchor names.
 * @param paths the files of its plan; empty while the design is not complete
 */
export function knownAnchor(state: ProjectState, paths: readonly string[], anchor: Anchor): Result<Anchor> {
  const known =
    anchor.kind === "general" ||
    (anchor.kind === "decision" && decisionAt(anchor.path) !== undefined) ||
    (anchor.kind === "finding" &&
      (state.reviews[anchor.checkpoint]?.review.findings.some(({ id }) => id === anchor.id) ?? false)) ||
    ((anchor.kind === "task" || anchor.kind === "line") && paths.includes(anchor.path));
  return known
    ? ok(anchor)
    : refuse(
        "anchor",
        "not-found",
        "The part you comment on is not there any more.",
        "Look at the design as it stands now, then comment on a part that it has.",
      );
}
