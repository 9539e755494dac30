import { disconnect } from "#lib/io/db/client.ts";
import { migrate, takeBack } from "#lib/io/db/migrate.ts";
import { env } from "#lib/io/env.ts";

/** Brings the database of DATABASE_URL up to date; `--back` takes its newest migration back, for the version before. */
if (process.argv.includes("--back")) {
  const name = await takeBack(env().DATABASE_URL);
  console.log(name ? `Took ${name} back.` : "There is no migration to take back.");
} else {
  const applied = await migrate(env().DATABASE_URL);
  console.log(applied.length === 0 ? "The database is current." : `Applied ${applied.join(", ")}.`);
}
await disconnect();
