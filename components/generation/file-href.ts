/** The workbench page of a file. */
export const fileHref = (projectId: string, path: string): string =>
  `/p/${projectId}/files/${path.split("/").map(encodeURIComponent).join("/")}`;
