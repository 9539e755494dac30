import type { FileMark } from "#lib/core/view/consequences-view.ts";

export interface FolderNode {
  name: string;
  path: string;
  folders: FolderNode[];
  files: (FileMark & { name: string })[];
  /** Files in it and below, without removed ones. */
  count: number;
  /** What the last change did to the files in it and below; of several kinds, that it changed. */
  mark: FileMark["mark"];
}

/** Paths as nested folders, both sorted by name; folders come first. */
export function folderTree(files: readonly FileMark[]): FolderNode {
  const root: FolderNode = { name: "", path: "", folders: [], files: [], count: 0, mark: "" };
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const parts = file.path.split("/");
    let node = root;
    for (const name of parts.slice(0, -1)) {
      mark(node, file);
      node = child(node, name);
    }
    mark(node, file);
    node.files.push({ ...file, name: parts.at(-1) as string });
  }
  return root;
}

function mark(node: FolderNode, file: FileMark): void {
  if (file.mark !== "-") node.count += 1;
  if (file.mark !== "") node.mark = node.mark === "" || node.mark === file.mark ? file.mark : "~";
}

function child(node: FolderNode, name: string): FolderNode {
  const found = node.folders.find((folder) => folder.name === name);
  if (found) return found;
  const made: FolderNode = {
    name,
    path: node.path ? `${node.path}/${name}` : name,
    folders: [],
    files: [],
    count: 0,
    mark: "",
  };
  node.folders.push(made);
  return made;
}
