import type { Design } from "../design/design.ts";

/** How a setting is written in the environment. `json` is one JSON object; `url` names its driver or scheme. */
export type SettingType = "text" | "integer" | "decimal" | "boolean" | "choice" | "url" | "json";

/** One setting of a generated service: read from `<PREFIX><GROUP>__<NAME>`, or `<PREFIX><NAME>` without a group. */
export interface Setting {
  /** The settings object's attribute that holds it: `settings.http.port`; null for `settings.environment`. */
  group: "http" | "database" | "auth" | "log" | "limits" | "notifier" | null;
  name: string;
  type: SettingType;
  choices?: readonly string[];
  minimum?: number;
  maximum?: number;
  /** As it is written in the environment; absent: the service refuses to start without it. */
  default?: string;
  secret?: boolean;
  /** What it means and in which unit, for `.env.example`, the README and the docs. */
  meaning: string;
  /** A safe value for local work, where the default does not serve. */
  example?(design: Design): string;
  appliesWhen(design: Design): boolean;
}

const postgres = ({ answers }: Design) => answers.architecture.persistence === "postgres";
const persisted = ({ answers }: Design) => answers.architecture.persistence !== "none";
const isPublic = ({ answers }: Design) => answers.features.api_purpose === "external_public";
const always = () => true;

/** The password of the database that only compose starts, on this machine; not a secret of any deployment. */
export const LOCAL_DATABASE_PASSWORD = "local-only";

/** The API key of `.env.example`, which works on a developer's machine only. */
export const LOCAL_API_KEY = "local-development-key";
/** SHA-256 of {@link LOCAL_API_KEY} in hexadecimal; a test compares the two. */
export const LOCAL_API_KEY_SHA256 = "4c88089bdf15cb0dffde5c179461a2f99fa7cfb0bed250a8d87f8aa1d80eaa11";

/** Numbers: python-standard 2.9 (pool, back-pressure, page cap, idempotency retention, shutdown) and DESIGN 7. */
export const SETTINGS: readonly Setting[] = [
  {
    group: null, name: "environment", type: "choice", choices: ["development", "test", "production"], default: "production",
    meaning: "Where the service runs; production turns the interactive API documentation off",
    example: () => "development", appliesWhen: always,
  },
  { group: "http", name: "host", type: "text", default: "127.0.0.1", meaning: "Address the server listens on", appliesWhen: always },
  { group: "http", name: "port", type: "integer", minimum: 1, maximum: 65535, default: "8000", meaning: "Port the server listens on", appliesWhen: always },
  { group: "http", name: "trusted_proxies", type: "text", default: "127.0.0.1", meaning: "Comma-separated addresses whose X-Forwarded headers are believed", appliesWhen: always },
  { group: "http", name: "max_body_bytes", type: "integer", minimum: 1, default: "65536", meaning: "Largest accepted request body in bytes; larger ones get 413", appliesWhen: always },
  { group: "http", name: "max_in_flight", type: "integer", minimum: 1, default: "100", meaning: "Requests served at once; more get 503 with Retry-After", appliesWhen: always },
  { group: "http", name: "drain_seconds", type: "integer", minimum: 0, maximum: 30, default: "30", meaning: "Longest wait for open requests after SIGTERM, in seconds", appliesWhen: always },
  {
    group: "database", name: "url", type: "url", secret: true, meaning: "Database address with its driver: postgresql+asyncpg://user:password@host:5432/name",
    example: ({ packageName }) => `postgresql+asyncpg://${packageName}:${LOCAL_DATABASE_PASSWORD}@127.0.0.1:5432/${packageName}`, appliesWhen: postgres,
  },
  { group: "database", name: "pool_size", type: "integer", minimum: 1, default: "5", meaning: "Connections each process keeps open", appliesWhen: postgres },
  { group: "database", name: "max_overflow", type: "integer", minimum: 0, default: "5", meaning: "Further connections each process may open under load", appliesWhen: postgres },
  { group: "database", name: "pool_timeout_seconds", type: "decimal", minimum: 0, default: "2", meaning: "Longest wait for a free connection, in seconds", appliesWhen: postgres },
  { group: "database", name: "pool_recycle_seconds", type: "integer", minimum: 1, default: "1800", meaning: "Age at which a connection is replaced, in seconds", appliesWhen: postgres },
  { group: "database", name: "statement_timeout_ms", type: "integer", minimum: 1, default: "5000", meaning: "Longest run of one SQL statement, in milliseconds", appliesWhen: postgres },
  { group: "database", name: "lock_timeout_ms", type: "integer", minimum: 1, default: "2000", meaning: "Longest wait for one lock, in milliseconds", appliesWhen: postgres },
  { group: "database", name: "max_connections", type: "integer", minimum: 11, default: "100", meaning: "Connections the database server allows; the pools of all replicas must leave 10 of them free", appliesWhen: postgres },
  { group: "database", name: "replicas", type: "integer", minimum: 1, default: "1", meaning: "Processes that run this service, for the connection budget", appliesWhen: postgres },
  {
    group: "auth", name: "api_keys", type: "json", secret: true, meaning: "JSON object from client name to the SHA-256 of its API key in hexadecimal; the key itself is never stored",
    example: () => `{"local": "${LOCAL_API_KEY_SHA256}"}`, appliesWhen: ({ answers }) => answers.architecture.auth === "api_key",
  },
  { group: "log", name: "level", type: "choice", choices: ["DEBUG", "INFO", "WARNING", "ERROR"], default: "INFO", meaning: "Least important level that is logged", appliesWhen: always },
  { group: "log", name: "format", type: "choice", choices: ["json", "console"], default: "json", meaning: "One JSON object per line, or text for people", example: () => "console", appliesWhen: always },
  { group: "limits", name: "page_size", type: "integer", minimum: 1, maximum: 100, default: "20", meaning: "Entries on a page when the client names no limit; 100 is the most a client may ask for", appliesWhen: persisted },
  { group: "limits", name: "requests_per_minute", type: "integer", minimum: 1, default: "120", meaning: "Requests a client may send per minute; more get 429 with Retry-After", appliesWhen: isPublic },
  { group: "limits", name: "idempotency_hours", type: "integer", minimum: 1, default: "24", meaning: "How long the answer to an Idempotency-Key is kept, in hours", appliesWhen: (design) => isPublic(design) && persisted(design) },
];

/** The settings this design's service reads, in the order of {@link SETTINGS}. */
export const settingsOf = (design: Design): readonly Setting[] => SETTINGS.filter((setting) => setting.appliesWhen(design));

/** The environment variable of a setting: `CLINIC_BOOKING_HTTP__PORT`. */
export const variableOf = (setting: Setting, design: Design): string =>
  `${design.envPrefix}${setting.group ? `${setting.group.toUpperCase()}__` : ""}${setting.name.toUpperCase()}`;
