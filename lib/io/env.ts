import { z } from "zod";
import { PROJECTS_PER_HOUR, REQUESTS_PER_MINUTE } from "#lib/core/api/limits.ts";

/** One variable of the environment: its form, and what a person should know before setting it. */
interface Variable {
  schema: z.ZodType;
  meaning: string;
  /** Shown in `.env.example`; commented out there, because every variable has a default or is set by `npm start`. */
  example: string;
}

const days = (usual: number) => z.coerce.number().int().min(0).max(36_500).default(usual);
const site = z.url({ protocol: /^https?$/, error: "must be the address of the site, such as https://github.com" });
const port = z.coerce.number().int().min(1).max(65_535);

/** The only place that declares environment variables; `.env.example` is derived from it (`npm run docs`). */
export const variables = {
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/, error: "must look like postgresql://user:password@host:5432/name" }),
    meaning: "Postgres to use instead of the embedded one. npm start sets it when it starts the embedded one.",
    example: "postgresql://plumbline:secret@localhost:5432/plumbline",
  },
  PORT: {
    schema: port.default(3000),
    meaning: "Port of the web server. Without it, the next free port from 3000 on is taken and announced.",
    example: "3000",
  },
  PUBLIC_URL: {
    schema: z
      .url({ protocol: /^https?$/, error: "must be the address people type, such as https://plumbline.example.org" })
      .optional(),
    meaning: "Address under which people reach the server. Needed behind a proxy; https makes cookies secure.",
    example: "https://plumbline.example.org",
  },
  PLUMBLINE_DATA: {
    schema: z.string().min(1).default(".data"),
    meaning: "Folder of the embedded database and of caches.",
    example: ".data",
  },
  PLUMBLINE_SANDBOX: {
    schema: z.enum(["auto", "docker", "embedded"]).default("auto"),
    meaning: "Where files are checked. auto: Docker where an engine answers, otherwise the embedded sandbox.",
    example: "auto",
  },
  PLUMBLINE_SANDBOX_BASE: {
    schema: z.string().min(1).default("python:3.14-slim-trixie"),
    meaning: "Base image of the validation image: any Debian with Python 3.11 to 3.14.",
    example: "python:3.14-slim-trixie",
  },
  PLUMBLINE_PACKAGE_INDEX: {
    schema: z.url({ protocol: /^https?$/, error: "must be the address of a Python package index" }).optional(),
    meaning: "Python package index from which the validation image is built, where the public one cannot be reached.",
    example: "https://packages.example.org/simple",
  },
  PLUMBLINE_CA_BUNDLE: {
    schema: z.string().min(1).optional(),
    meaning:
      "File with the certificates that the build of the validation image must trust, behind a proxy that opens TLS.",
    example: "/etc/ssl/certs/ca-certificates.crt",
  },
  PLUMBLINE_TRUSTED_PROXIES: {
    schema: z.coerce.number().int().min(0).max(10).default(0),
    meaning:
      "How many proxies of your own stand in front and add to X-Forwarded-For. Tells addresses apart where requests are counted.",
    example: "1",
  },
  PLUMBLINE_REQUESTS_PER_MINUTE: {
    schema: z.coerce.number().int().min(0).default(REQUESTS_PER_MINUTE),
    meaning: "Requests to the API within a minute, of one token or of one address without a token. 0 means no limit.",
    example: String(REQUESTS_PER_MINUTE),
  },
  PLUMBLINE_PROJECTS_PER_HOUR: {
    schema: z.coerce.number().int().min(0).optional(),
    meaning: `Projects one address may start within an hour. Without it ${PROJECTS_PER_HOUR} where PUBLIC_URL is set, otherwise any number. 0 means no limit.`,
    example: String(PROJECTS_PER_HOUR),
  },
  PLUMBLINE_METRICS_TOKEN: {
    schema: z.string().min(16, "must have 16 characters or more").optional(),
    meaning: "Token with which /metrics may be read. Without one, only this machine itself may read it.",
    example: "a-long-random-text",
  },
  PLUMBLINE_KEEP_PROJECTS_DAYS: {
    schema: days(0),
    meaning:
      "Days after its last change at which a project is deleted with everything in it. 0 keeps projects for ever.",
    example: "0",
  },
  PLUMBLINE_KEEP_RUNS_DAYS: {
    schema: days(90),
    meaning: "Days for which finished runs are kept; the last of each kind of a project always stays. 0 keeps all.",
    example: "90",
  },
  PLUMBLINE_KEEP_LINKS_DAYS: {
    schema: days(30),
    meaning: "Days for which share links and tokens of agents stay listed after they expired. 0 keeps them.",
    example: "30",
  },
  PLUMBLINE_GITHUB_URL: {
    schema: site.default("https://github.com"),
    meaning: "GitHub that deliveries are pushed to; an address of your own for GitHub Enterprise.",
    example: "https://github.example.org",
  },
  PLUMBLINE_GITHUB_CLIENT_ID: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,64}$/, "must be the client id of a GitHub App")
      .optional(),
    meaning:
      "Client id of your GitHub App with device flow: people then sign in with a code instead of pasting a token.",
    example: "Iv23liExample",
  },
  PLUMBLINE_GITLAB_URL: {
    schema: site.default("https://gitlab.com"),
    meaning: "GitLab that deliveries are pushed to; an address of your own where you host it yourself.",
    example: "https://gitlab.example.org",
  },
  PLUMBLINE_PUSH_TOKEN: {
    schema: z.string().optional(),
    meaning: "Token with which `plumbline push` pushes. Only the command line reads it; the server never does.",
    example: "github_pat_example",
  },
  LOG_LEVEL: {
    schema: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
    meaning: "How much is written to standard output. npm start writes warn unless told otherwise.",
    example: "info",
  },
} as const satisfies Record<string, Variable>;

const schema = z.object(
  Object.fromEntries(Object.entries(variables).map(([name, { schema }]) => [name, schema])) as {
    [K in keyof typeof variables]: (typeof variables)[K]["schema"];
  },
);

export type Environment = z.infer<typeof schema>;

type Source = Record<string, string | undefined>;

function read<T>(asked: z.ZodType<T>, source: Source): T {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = asked.safeParse(set);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return set[name] === undefined ? `${name} is not set` : `${name} ${issue.message}`;
  });
  throw new Error(`The environment is not right: ${problems.join("; ")}. See .env.example.`);
}

/** Reads and checks the environment; throws one error that names every variable that is wrong. */
export const readEnvironment = (source: Source = process.env): Environment => read(schema, source);

/** The variables that say where files are checked, for programs that have no database. */
export const sandboxEnvironment = (source: Source = process.env) =>
  read(
    schema.pick({
      PLUMBLINE_DATA: true,
      PLUMBLINE_SANDBOX: true,
      PLUMBLINE_SANDBOX_BASE: true,
      PLUMBLINE_PACKAGE_INDEX: true,
      PLUMBLINE_CA_BUNDLE: true,
    }),
    source,
  );

/** The variables that say where the command line pushes to and as whom. */
export const pushEnvironment = (source: Source = process.env) =>
  read(schema.pick({ PLUMBLINE_GITHUB_URL: true, PLUMBLINE_GITLAB_URL: true, PLUMBLINE_PUSH_TOKEN: true }), source);

let cached: Environment | undefined;

/** The environment of this process. Read on first use, not on import, so that a build needs no database. */
export function env(): Environment {
  cached ??= readEnvironment();
  return cached;
}
