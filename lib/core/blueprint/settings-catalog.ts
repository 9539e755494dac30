import type { Design } from "../design/design.ts";

/** How a setting is written in the environment. `json` is one JSON object; `url` names its driver or scheme. */
export type SettingType = "text" | "integer" | "decimal" | "boolean" | "choice" | "url" | "json";

/** One setting of a generated service: read from `<PREFIX><GROUP>__<NAME>`, or `<PREFIX><NAME>` without a group. */
export interface Setting {
  /** The settings object's attribute that holds it: `settings.http.port`; null for `settings.environment`. */
  group: "http" | "database" | "auth" | "log" | "limits" | null;
  name: string;
  type: SettingType;
  choices?: readonly string[];
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
const always = () => true;

/** The API key of `.env.example`, which works on a developer's machine only. */
export const LOCAL_API_KEY = "local-development-key";
/** SHA-256 of {@link LOCAL_API_KEY} in hexadecimal; a test compares the two. */
export const LOCAL_API_KEY_SHA256 = "4c88089bdf15cb0dffde5c179461a2f99fa7cfb0bed250a8d87f8aa1d80eaa11";

/** The same names and defaults as the settings template. Numbers: python-standard 2.9. */
export const SETTINGS: readonly Setting[] = [
  {
    group: null,
    name: "environment",
    type: "choice",
    choices: ["development", "test", "production"],
    default: "development",
    meaning: "Where the service runs; production refuses to start without an API key",
    appliesWhen: always,
  },
  {
    group: "log",
    name: "level",
    type: "choice",
    choices: ["DEBUG", "INFO", "WARNING", "ERROR"],
    default: "INFO",
    meaning: "Least important level that is logged",
    appliesWhen: always,
  },
  {
    group: "log",
    name: "format",
    type: "choice",
    choices: ["console", "json"],
    default: "console",
    meaning: "Text for people, or one JSON object per line",
    appliesWhen: always,
  },
  {
    group: "http",
    name: "host",
    type: "text",
    default: "127.0.0.1",
    meaning: "Address the server listens on",
    appliesWhen: always,
  },
  {
    group: "http",
    name: "port",
    type: "integer",
    default: "8000",
    meaning: "Port the server listens on",
    appliesWhen: always,
  },
  {
    group: "http",
    name: "trusted_proxies",
    type: "text",
    default: "127.0.0.1",
    meaning: "Comma-separated addresses whose X-Forwarded headers are believed",
    appliesWhen: always,
  },
  {
    group: "http",
    name: "drain_seconds",
    type: "decimal",
    default: "5",
    meaning: "How long readiness answers 503 after SIGTERM before connections close, in seconds",
    appliesWhen: always,
  },
  {
    group: "http",
    name: "shutdown_seconds",
    type: "integer",
    default: "25",
    meaning: "Longest wait for open requests when the server stops, in seconds",
    appliesWhen: always,
  },
  {
    group: "database",
    name: "url",
    type: "url",
    secret: true,
    meaning: "Database address with its driver: postgresql+asyncpg://user:password@host:5432/name",
    example: ({ packageName }) => `postgresql+asyncpg://${packageName}@127.0.0.1:5432/${packageName}`,
    appliesWhen: postgres,
  },
  {
    group: "database",
    name: "pool_size",
    type: "integer",
    default: "5",
    meaning: "Connections each process keeps open",
    appliesWhen: postgres,
  },
  {
    group: "database",
    name: "max_overflow",
    type: "integer",
    default: "5",
    meaning: "Further connections each process may open under load",
    appliesWhen: postgres,
  },
  {
    group: "database",
    name: "pool_timeout",
    type: "decimal",
    default: "2",
    meaning: "Longest wait for a free connection, in seconds",
    appliesWhen: postgres,
  },
  {
    group: "database",
    name: "pool_recycle",
    type: "integer",
    default: "1800",
    meaning: "Age at which a connection is replaced, in seconds",
    appliesWhen: postgres,
  },
  {
    group: "database",
    name: "connect_timeout",
    type: "decimal",
    default: "2",
    meaning: "Longest wait for a new connection, in seconds",
    appliesWhen: postgres,
  },
  {
    group: "database",
    name: "statement_timeout_ms",
    type: "integer",
    default: "5000",
    meaning: "Longest run of one SQL statement, in milliseconds",
    appliesWhen: postgres,
  },
  {
    group: "database",
    name: "lock_timeout_ms",
    type: "integer",
    default: "2000",
    meaning: "Longest wait for one lock, in milliseconds",
    appliesWhen: postgres,
  },
  {
    group: "database",
    name: "replicas",
    type: "integer",
    default: "1",
    meaning: "Processes that run this service, for the connection budget",
    appliesWhen: postgres,
  },
  {
    group: "database",
    name: "max_connections",
    type: "integer",
    default: "100",
    meaning: "Connections the database server allows; the pools of all replicas must leave 10 of them free",
    appliesWhen: postgres,
  },
  {
    group: "limits",
    name: "body_bytes",
    type: "integer",
    default: "65536",
    meaning: "Largest accepted request body in bytes; larger ones get 413",
    appliesWhen: always,
  },
  {
    group: "limits",
    name: "in_flight",
    type: "integer",
    default: "100",
    meaning: "Requests served at once; more get 503 with Retry-After",
    appliesWhen: always,
  },
  {
    group: "limits",
    name: "page_size",
    type: "integer",
    default: "20",
    meaning: "Entries on a page when the client names no limit",
    appliesWhen: always,
  },
  {
    group: "limits",
    name: "rate_per_minute",
    type: "integer",
    default: "600",
    meaning: "Requests a client may send per minute; more get 429 with Retry-After",
    appliesWhen: always,
  },
  {
    group: "limits",
    name: "rate_burst",
    type: "integer",
    default: "60",
    meaning: "Requests a client may send at once before the rate counts",
    appliesWhen: always,
  },
  {
    group: "limits",
    name: "idempotency_hours",
    type: "integer",
    default: "24",
    meaning: "How long the answer to an Idempotency-Key is kept, in hours",
    appliesWhen: always,
  },
  {
    group: "auth",
    name: "api_keys",
    type: "json",
    secret: true,
    default: "{}",
    meaning:
      "JSON object from client name to the SHA-256 of its API key in hexadecimal; the key itself is never stored",
    example: () => `{"local": "${LOCAL_API_KEY_SHA256}"}`,
    appliesWhen: ({ answers }) => answers.architecture.auth === "api_key",
  },
];

/** The settings this design's service reads, in the order of {@link SETTINGS}. */
export const settingsOf = (design: Design): readonly Setting[] =>
  SETTINGS.filter((setting) => setting.appliesWhen(design));

/** The environment variable of a setting: `CLINIC_BOOKING_HTTP__PORT`. */
export const variableOf = (setting: Setting, design: Design): string =>
  `${design.envPrefix}${setting.group ? `${setting.group.toUpperCase()}__` : ""}${setting.name.toUpperCase()}`;
