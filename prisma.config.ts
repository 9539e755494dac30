import { defineConfig } from "prisma/config";

/** Only for those who use Prisma's own command line; `npm start` migrates through WebAssembly (`lib/io/db/migrate.ts`). */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
