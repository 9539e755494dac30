import { z } from "zod";
import { decisionAt } from "../catalog/index.ts";
import type { ProjectState } from "../project/state.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type Anchor, LINE_LENGTH } from "./anchor.ts";

/** An anchor as it comes from outside. */
export const anchorSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("general") }),
  z.strictObject({ kind: z.literal("decision"), path: z.string().max(100) }),
  z.strictObject({
    kind: z.literal("finding"),
    checkpoint: z.union([z.literal(1), z.literal(2)]),
    id: z.string().max(100),
  }),
  z.strictObject({ kind: z.literal("task"), path: z.string().max(240) }),
  z.strictObject({
    kind: z.literal("line"),
    path: z.string().max(240),
    line: z.number().int().min(1).max(100_000),
    text: z.string().max(LINE_LENGTH),
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
        "Reload the page, then comment on what stands there now.",
      );
}
