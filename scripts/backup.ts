import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { backUp } from "#lib/io/backup/back-up.ts";
import { calledWith } from "./called-with.ts";
import { withDatabase } from "./with-database.ts";

const { file } = calledWith("npm run backup -- plumbline.backup (or - for standard output)", { file: true });
if (file !== "-" && existsSync(file)) {
  console.error(`${file} exists already; name another file.`);
  process.exit(2);
}

/** Writes everything that people made into one file, while the server goes on. Half a file is never left under the name. */
await withDatabase(async (url) => {
  const begun = Date.now();
  let rows = 0;
  const lines = backUp(url, (table) => {
    rows += table.rows;
    console.error(`${String(table.rows).padStart(9)} rows  ${table.end}`);
  });
  const part = `${file}.part`;
  const target = file === "-" ? process.stdout : createWriteStream(part, { mode: 0o600 });
  try {
    await pipeline(Readable.from(lines), createGzip(), target);
  } catch (cause) {
    rmSync(part, { force: true });
    throw cause;
  }
  if (file !== "-") renameSync(part, file);
  console.error(`Backed up ${rows} rows in ${((Date.now() - begun) / 1_000).toFixed(1)} s.`);
  return 0;
});
