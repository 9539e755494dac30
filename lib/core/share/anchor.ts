import { z } from "zod";
import { decisionAt } from "../catalog/index.ts";
import type { ProjectState } from "../project/state.ts";
import { ok, type Result, refuse } from "../result.ts";

/** What a comment is about. A line is named with the text it had, so that one sees when the file has moved on. */
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
    text: z.string().max(400).default(""),
  }),
]);

export type Anchor = z.infer<typeof anchorSchema>;

/** One text for one place; two anchors with the same key are about the same part. */
export function anchorKey(anchor: Anchor): string {
  switch (anchor.kind) {
    case "general":
      return "general";
    case "decision":
    case "task":
      return `${anchor.kind}:${anchor.path}`;
    case "finding":
      return `finding:${anchor.checkpoint}:${anchor.id}`;
    case "line":
      return `line:${anchor.path}:${anchor.line}`;
  }
}

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

/** Where the owner of a project finds the place. */
export function anchorHref(projectId: string, anchor: Anchor): string {
  const project = `/p/${projectId}`;
  switch (anchor.kind) {
    case "general":
      return project;
    case "decision":
      return `${project}/${anchor.path.split(".")[0]}#${anchor.path}`;
    case "finding":
      return `${project}/review/${anchor.checkpoint}#${anchor.id}`;
    case "task":
      return `${project}/files/${filePath(anchor.path)}`;
    case "line":
      return `${project}/files/${filePath(anchor.path)}#L${anchor.line}`;
  }
}

/** A file's path as a part of an address. */
export const filePath = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

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
