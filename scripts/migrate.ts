import { disconnect } from "#lib/io/db/client.ts";
import { migrate } from "#lib/io/db/migrate.ts";
import { env } from "#lib/io/env.ts";

const applied = await migrate(env().DATABASE_URL);
console.log(applied.length === 0 ? "The database is current." : `Applied ${applied.join(", ")}.`);
await disconnect();
