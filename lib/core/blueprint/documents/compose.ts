import type { Design } from "../../design/design.ts";
import { images } from "../versions.ts";
import { hasPostgres } from "./traits.ts";
import { type Tree, yamlDocument } from "./yaml.ts";

const DATABASE = "database";

/** The address of a database of compose, as another service of the same file sees it. */
export const databaseUrl = ({ packageName }: Design, name: string): string =>
  `postgresql+asyncpg://${packageName}@${DATABASE}:5432/${name}`;

/** A database for this machine alone: nobody else reaches it, so it needs no password and none is written down. */
export const databaseService = ({ packageName }: Design, published: boolean): Tree => ({
  image: images.postgres,
  environment: { POSTGRES_USER: packageName, POSTGRES_DB: packageName, POSTGRES_HOST_AUTH_METHOD: "trust" },
  ports: published ? ["127.0.0.1:5432:5432"] : undefined,
  volumes: ["database:/var/lib/postgresql"],
  configs: [{ source: "test_database", target: "/docker-entrypoint-initdb.d/test-database.sql" }],
  healthcheck: {
    test: ["CMD", "pg_isready", "--username", packageName],
    interval: "2s",
    timeout: "5s",
    retries: 20,
  },
});

/** The top-level parts that {@link databaseService} refers to. */
export const databaseParts = ({ packageName }: Design): { readonly [key: string]: Tree } => ({
  configs: { test_database: { content: `CREATE DATABASE ${packageName}_test;\n` } },
  volumes: { database: {} },
});

/** The variable and value that point the service at compose's database. */
export const databaseEnvironment = (design: Design): Record<string, string> =>
  hasPostgres(design) ? { [`${design.envPrefix}DATABASE__URL`]: databaseUrl(design, design.packageName) } : {};

/** `compose.yaml`: the service's image and, where the design has one, its database; for development. */
export function compose(design: Design): string {
  const withDatabase = hasPostgres(design);
  return yamlDocument({
    services: {
      app: {
        build: ".",
        env_file: [".env"],
        environment: { ...databaseEnvironment(design), [`${design.envPrefix}HTTP__HOST`]: "0.0.0.0" },
        ports: ["127.0.0.1:8000:8000"],
        read_only: true,
        tmpfs: ["/tmp"],
        cap_drop: ["ALL"],
        security_opt: ["no-new-privileges:true"],
        stop_grace_period: "35s",
        depends_on: withDatabase ? { [DATABASE]: { condition: "service_healthy" } } : undefined,
      },
      ...(withDatabase ? { [DATABASE]: databaseService(design, true) } : {}),
    },
    ...(withDatabase ? databaseParts(design) : {}),
  });
}
