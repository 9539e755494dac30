import { createReadStream, existsSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { linesOf } from "#lib/io/backup/lines.ts";
import { restore } from "#lib/io/backup/restore.ts";
import { calledWith } from "./called-with.ts";
import { withDatabase } from "./with-database.ts";

const { file } = calledWith("npm run restore -- plumbline.backup (or - for standard input)", { file: true });
if (file !== "-" && !existsSync(file)) {
  console.error(`There is no file ${file}; name the backup.`);
  process.exit(2);
}

/** Puts a backup into an empty database: all of it, or nothing. */
await withDatabase(
  async (url) => {
    const input = file === "-" ? process.stdin : createReadStream(file);
    const unpacked = createGunzip();
    input.once("error", (error) => unpacked.destroy(error));
    const ends = await restore(url, linesOf(input.pipe(unpacked)));
    for (const { end, rows } of ends) console.error(`${String(rows).padStart(9)} rows  ${end}`);
    console.error(`Restored ${ends.reduce((sum, { rows }) => sum + rows, 0)} rows; each table is as it was.`);
    return 0;
  },
  { make: true },
);
