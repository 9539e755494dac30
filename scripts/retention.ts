import { disconnect } from "#lib/io/db/client.ts";
import { applyRetention, previewRetention, type Retained } from "#lib/io/retention/retain.ts";
import { calledWith } from "./called-with.ts";
import { withDatabase } from "./with-database.ts";

const DRY = calledWith("npm run retention -- [--dry-run]", { file: false, flags: ["dry-run"] }).has("dry-run");

/** Takes away now what the settings do not keep, as the workers do every hour. `--dry-run` only says what would go. */
await withDatabase(async () => {
  const told = await (DRY ? previewRetention() : applyRetention());
  console.log(DRY ? "Would go now:" : "Gone:");
  for (const line of told) console.log(`  ${wordsOf(line)}`);
  await disconnect();
  return 0;
});

function wordsOf({ rule, days, rows }: Retained): string {
  const kept = days === null ? "kept for ever" : days === 0 ? "" : `after ${days} days`;
  const why = [kept, rule.setting].filter(Boolean).join(", ");
  return `${String(rows).padStart(8)}  ${rule.what}${why ? ` (${why})` : ""}`;
}
