/** One row of the tree as it stands on the page. */
export interface TreeRow {
  /** Without a trailing slash. */
  path: string;
  name: string;
  /** From 1. */
  level: number;
  kind: "file" | "folder";
  /** The person's own entry: it can be renamed, moved and removed. Others follow from the design. */
  own: boolean;
  expanded: boolean;
  children: number;
  purpose: string;
}

interface Node {
  name: string;
  path: string;
  kind: "file" | "folder";
  own: boolean;
  purpose: string;
  children: Map<string, Node>;
}

/** What git needs to keep an empty folder; its folder stands for it. */
const PLACEHOLDER = /\.gitkeep$/;

/**
 * The rows that show, in order: folders first, then files, both by name; closed folders hide what is in them.
 * @param generated the files of the design, among them what the own paths come to
 */
export function treeRows(
  generated: readonly { path: string; purpose: string }[],
  own: readonly string[],
  closed: ReadonlySet<string>,
): TreeRow[] {
  const root: Node = { name: "", path: "", kind: "folder", own: false, purpose: "", children: new Map() };
  for (const { path, purpose } of generated)
    if (!own.includes(path) && !own.includes(path.replace(PLACEHOLDER, ""))) insert(root, path, false, purpose);
  for (const path of own) insert(root, path, true, "");
  return rowsOf(root, 1, closed);
}

function insert(root: Node, path: string, own: boolean, purpose: string): void {
  const parts = path.split("/").filter((part) => part !== "");
  let node = root;
  for (const [index, name] of parts.entries()) {
    const last = index === parts.length - 1;
    const found = node.children.get(name);
    const child: Node = found ?? {
      name,
      path: parts.slice(0, index + 1).join("/"),
      kind: last && !path.endsWith("/") ? "file" : "folder",
      own,
      purpose: "",
      children: new Map(),
    };
    if (!found) node.children.set(name, child);
    if (!own) child.own = false;
    if (last) child.purpose ||= purpose;
    node = child;
  }
}

function rowsOf(node: Node, level: number, closed: ReadonlySet<string>): TreeRow[] {
  const children = [...node.children.values()].sort((a, b) =>
    a.kind === b.kind ? (a.name < b.name ? -1 : 1) : a.kind === "folder" ? -1 : 1,
  );
  return children.flatMap((child) => {
    const expanded = child.kind === "folder" && !closed.has(child.path);
    const row: TreeRow = {
      path: child.path,
      name: child.name,
      level,
      kind: child.kind,
      own: child.own,
      expanded,
      children: child.children.size,
      purpose: child.purpose,
    };
    return expanded ? [row, ...rowsOf(child, level + 1, closed)] : [row];
  });
}

export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const join = (folder: string, name: string): string => (folder === "" ? name : `${folder}/${name}`);
const inside = (path: string, folder: string): boolean =>
  path === folder || path === `${folder}/` || path.startsWith(`${folder}/`);

/** The own paths with one more; a folder ends with a slash. A name that is taken gets a number. */
export function added(
  own: readonly string[],
  folder: string,
  kind: "file" | "folder",
  taken: ReadonlySet<string>,
): { own: string[]; path: string } {
  const base = kind === "file" ? "new_file.py" : "new_folder";
  let name = base;
  for (let count = 2; taken.has(join(folder, name)); count += 1)
    name = kind === "file" ? `new_file_${count}.py` : `new_folder_${count}`;
  const path = join(folder, name);
  return { own: [...own, kind === "folder" ? `${path}/` : path], path };
}

/** The own paths with one entry, and all of one's own beneath it, at another path. */
export function relocated(own: readonly string[], from: string, to: string): string[] {
  return own.map((path) => (inside(path, from) ? `${to}${path.slice(from.length)}` : path));
}

/** The own paths without one entry and what is beneath it; a folder that loses its last entry stays, as a folder. */
export function removed(own: readonly string[], gone: string): string[] {
  const left = own.filter((path) => !inside(path, gone));
  const folder = parentOf(gone);
  const emptied =
    folder !== "" && own.some((path) => inside(path, folder)) && !left.some((path) => inside(path, folder));
  return emptied ? [...left, `${folder}/`] : left;
}

/** Where an entry goes with Alt and an arrow: out of its folder, into the folder before it, or to the folder above or below. */
export function target(
  rows: readonly TreeRow[],
  path: string,
  key: "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown",
): string | null {
  const home = parentOf(path);
  if (key === "ArrowLeft") return home === "" ? null : parentOf(home);
  const folders = [
    "",
    ...rows.filter((row) => row.kind === "folder" && !inside(row.path, path)).map((row) => row.path),
  ];
  if (key === "ArrowRight") {
    const before = rows
      .slice(
        0,
        rows.findIndex((row) => row.path === path),
      )
      .filter((row) => row.kind === "folder" && parentOf(row.path) === home);
    return before.at(-1)?.path ?? null;
  }
  return folders[folders.indexOf(home) + (key === "ArrowUp" ? -1 : 1)] ?? null;
}
