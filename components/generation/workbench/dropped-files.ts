/** A file from the disk with its place in what was dropped or chosen. */
export interface Upload {
  /** With its folders, where a folder was dropped. */
  name: string;
  file: File;
}

/** More than any plan has; a folder such as node_modules ends here. */
const MOST = 600;

/** Every file of a drop, those inside folders included. Must be called before the event ends. */
export async function droppedFiles(data: DataTransfer): Promise<Upload[]> {
  // The entries are only there while the event lasts.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...data.files].map((file) => ({ name: file.name, file }));
  const found: Upload[] = [];
  for (const entry of entries) await collect(entry, found);
  return found;
}

async function collect(entry: FileSystemEntry, found: Upload[]): Promise<void> {
  if (found.length >= MOST) return;
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    found.push({ name: entry.fullPath.replace(/^\//, ""), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a folder in parts of a hundred; an empty part is the end.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (part.length === 0 || found.length >= MOST) return;
    for (const one of part) await collect(one, found);
  }
}
