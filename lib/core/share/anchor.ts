/** What a comment is about. A line is named with the text it had, so that one sees when the file has moved on. */
export type Anchor =
  | { kind: "general" }
  | { kind: "decision"; path: string }
  | { kind: "finding"; checkpoint: 1 | 2; id: string }
  | { kind: "task"; path: string }
  | { kind: "line"; path: string; line: number; text: string };

/** Characters of a line that are kept with a comment. */
export const LINE_LENGTH = 400;

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
