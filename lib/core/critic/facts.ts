import type { TierNumber } from "../tier/tiers.ts";
import { VAGUE_WORDS } from "./words.ts";

export type Purpose = "external_api" | "internal_service" | "library" | "research" | "cli_batch";
export type User = "external" | "internal_team" | "developers" | "automated" | "personal";
export type Maturity = "prototype" | "production" | "long_term";
export type Lifespan = "short" | "medium" | "long";
export type Deployment = "local" | "docker" | "cloud" | "multiple" | "undecided";
export type Concurrency = "sync" | "asyncio" | "mixed" | "undecided";
export type DepManager = "uv" | "poetry" | "pdm" | "pip_requirements" | "pip_pyproject";
export type Config = "env" | "files" | "pydantic_settings" | "combination";
export type Errors = "exceptions" | "result" | "mixed";
export type Logging = "stdlib" | "structlog" | "minimal";
export type Testing = "none" | "unit" | "unit_integration" | "comprehensive";
export type Api = "none" | "fastapi" | "flask" | "strawberry" | "graphene" | "other";
export type ApiPurpose = "external_public" | "internal" | "dev_only";
export type WebUi = "none" | "jinja2" | "spa" | "html_forms" | "admin_framework";
export type Demos = "none" | "quickstart" | "tutorial" | "comprehensive";
export type DocsSite = "none" | "sphinx" | "mkdocs" | "markdown";
export type Persistence = "none" | "sqlite" | "postgres";
export type Outbound = "none" | "webhook";

/** The answers every rule may rely on, by the names of the rule book (python-standard 0.3). */
interface RequiredAnswers {
  tier: TierNumber;
  purpose: Purpose;
  maturity: Maturity;
  lifespan: Lifespan;
  /** "3.10" to "3.15". */
  python_min: string;
  deployment: Deployment;
  concurrency: Concurrency;
  dep_manager: DepManager;
  config: Config;
  errors: Errors;
  logging: Logging;
  testing: Testing;
}

/** The answers that may be missing; `DEFAULTS` says what a missing one counts as. */
interface OptionalAnswers {
  description: string;
  /** Name of the first resource; empty when there is none. */
  entity: string;
  /** Fields of the first resource; only their number counts. */
  fields: readonly string[];
  users: readonly User[];
  non_goals: readonly string[];
  readme_langs: readonly string[];
  docs_content: readonly string[];
  /** Share (0 to 1) of the answers a person gave or confirmed one by one; null when nobody counts. */
  explicit_ratio: number | null;
  api: Api;
  api_purpose: ApiPurpose | null;
  error_boundary: string;
  top_level_dirs: number | null;
  ci: boolean;
  devcontainer: boolean;
  dockerfile: boolean;
  precommit: boolean;
  /** SPDX id or `proprietary`. */
  licence: string | null;
  auth: string | null;
  slo: string;
  data_class: string | null;
  team_size: number | null;
  web_ui: WebUi;
  demos: Demos;
  docs_site: DocsSite;
  outbound: Outbound;
}

/** What the critic and the interaction rules read: plain answers, missing optional ones left out. */
export interface FactInput extends RequiredAnswers, Partial<OptionalAnswers> {
  /** Derived from purpose, tier and API when left out (python-standard 0.3). */
  persistence?: Persistence | undefined;
}

/** All names a rule's condition may use: the answers with defaults filled in, and what follows from them. */
export interface Facts extends RequiredAnswers, OptionalAnswers {
  persistence: Persistence;
  desc_words: number;
  desc_vague: number;
  n_non_goals: number;
  n_users: number;
  n_langs: number;
  n_docs_content: number;
  n_fields: number;
  has_http: boolean;
  graphql: boolean;
  service: boolean;
  deployed: boolean;
  prod: boolean;
  asyncy: boolean;
  /** 3.13 is 313. */
  py: number;
  small: boolean;
  lib: boolean;
  lockable: boolean;
  site: boolean;
  /** How many heavy features are on, 0 to 11. */
  overkill: number;
  entity_l: string;
  only_personal: boolean;
  non_goal_ui: boolean;
}
export type FactName = keyof Facts;

/** `defaults` of the rule book. */
const DEFAULTS: OptionalAnswers = {
  description: "",
  entity: "",
  fields: [],
  users: [],
  non_goals: [],
  readme_langs: [],
  docs_content: [],
  explicit_ratio: null,
  api: "none",
  api_purpose: null,
  error_boundary: "",
  top_level_dirs: null,
  ci: false,
  devcontainer: false,
  dockerfile: false,
  precommit: false,
  licence: null,
  auth: null,
  slo: "",
  data_class: null,
  team_size: null,
  web_ui: "none",
  demos: "none",
  docs_site: "none",
  outbound: "none",
};

/** True when the value is one of the options: `in (...)` of the rule book, typed. */
export const oneOf = <T>(value: T, ...options: readonly T[]): boolean => options.includes(value);

/**
 * Fills in defaults and derives every name a rule may use (`derived` of the rule book). Pure and total.
 * @param input answers by the names of python-standard 0.3; `undefined` counts as missing
 */
export function deriveFacts(input: FactInput): Facts {
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as unknown as FactInput;
  const answers = { ...DEFAULTS, ...given };
  const words = answers.description.match(/[A-Za-z][A-Za-z'-]*/g) ?? [];
  const service = oneOf(answers.purpose, "external_api", "internal_service");
  const site = oneOf(answers.docs_site, "sphinx", "mkdocs");
  return {
    ...answers,
    persistence: answers.persistence ?? derivedPersistence(answers),
    desc_words: words.length,
    desc_vague: words.filter((word) => VAGUE_WORDS.has(word.toLowerCase())).length,
    n_non_goals: answers.non_goals.length,
    n_users: answers.users.length,
    n_langs: answers.readme_langs.length,
    n_docs_content: answers.docs_content.length,
    n_fields: answers.fields.length,
    has_http: answers.api !== "none",
    graphql: oneOf(answers.api, "strawberry", "graphene"),
    service,
    deployed: oneOf(answers.deployment, "docker", "cloud", "multiple"),
    prod: oneOf(answers.maturity, "production", "long_term"),
    asyncy: oneOf(answers.concurrency, "asyncio", "mixed"),
    py: pythonNumber(answers.python_min),
    small: answers.tier <= 2,
    lib: answers.purpose === "library" || answers.tier === 6,
    lockable: oneOf(answers.dep_manager, "uv", "poetry", "pdm", "pip_requirements"),
    site,
    overkill: heavyFeatures({ ...answers, site }).length,
    entity_l: answers.entity.toLowerCase(),
    only_personal: answers.users.length === 1 && answers.users[0] === "personal",
    non_goal_ui: /\b(ui|frontend|user interface)\b/.test(answers.non_goals.join(" ").toLowerCase()),
  };
}

/** "3.13" is 313. */
function pythonNumber(version: string): number {
  const [major, minor] = version.split(".");
  return Number(major) * 100 + Number(minor);
}

/** Where data lives unless a person says otherwise (python-standard 0.3, row `persistence`). */
function derivedPersistence({ purpose, tier, api }: Pick<Facts, "purpose" | "tier" | "api">): Persistence {
  if (oneOf(purpose, "library", "research")) return "none";
  if (purpose === "cli_batch") return "sqlite";
  if (tier > 2) return "postgres";
  return api === "none" ? "none" : "sqlite";
}

type Heavy = Pick<
  Facts,
  | "site"
  | "web_ui"
  | "testing"
  | "demos"
  | "devcontainer"
  | "dockerfile"
  | "readme_langs"
  | "logging"
  | "ci"
  | "errors"
  | "concurrency"
>;

/** The facts behind `overkill`: which heavy features are on, cheapest to give up first. */
export function heavyFeatures(facts: Heavy): FactName[] {
  const heavy: [FactName, boolean][] = [
    ["readme_langs", facts.readme_langs.length > 0],
    ["devcontainer", facts.devcontainer],
    ["demos", facts.demos === "comprehensive"],
    ["docs_site", facts.site],
    ["web_ui", oneOf(facts.web_ui, "spa", "admin_framework")],
    ["errors", oneOf(facts.errors, "result", "mixed")],
    ["concurrency", facts.concurrency === "mixed"],
    ["logging", facts.logging === "structlog"],
    ["testing", facts.testing === "comprehensive"],
    ["ci", facts.ci],
    ["dockerfile", facts.dockerfile],
  ];
  return heavy.filter(([, on]) => on).map(([name]) => name);
}
