import type { FactName } from "./facts.ts";

/** A decision by its key in the answers file; keys are unique across its sections. */
export type DecisionId = string;

interface FactLabel {
  /** How evidence names it to a person. */
  label: string;
  /** The decisions it comes from, most telling first. */
  decisions: readonly DecisionId[];
}

const EXTRAS = [
  "docs_site",
  "web_ui",
  "testing",
  "demos",
  "devcontainer",
  "dockerfile",
  "readme_languages",
  "logging",
  "ci",
  "error_handling",
  "concurrency",
];

/** What each fact is called, and which answers it comes from: the evidence of a finding, and where "revise" jumps to. */
export const FACT_NAMES = {
  tier: { label: "tier", decisions: ["tier"] },
  purpose: { label: "purpose", decisions: ["purpose"] },
  maturity: { label: "maturity", decisions: ["maturity"] },
  lifespan: { label: "lifespan", decisions: ["lifespan"] },
  python_min: { label: "Python version", decisions: ["python_version"] },
  deployment: { label: "deployment", decisions: ["deployment"] },
  concurrency: { label: "concurrency", decisions: ["concurrency"] },
  dep_manager: { label: "dependency manager", decisions: ["dependency_manager"] },
  config: { label: "configuration", decisions: ["configuration"] },
  errors: { label: "error handling", decisions: ["error_handling"] },
  logging: { label: "logging", decisions: ["logging"] },
  testing: { label: "testing", decisions: ["testing"] },
  description: { label: "description", decisions: ["description"] },
  entity: { label: "first resource", decisions: ["resources"] },
  fields: { label: "fields of the first resource", decisions: ["resources"] },
  users: { label: "intended users", decisions: ["users"] },
  non_goals: { label: "non-goals", decisions: ["non_goals"] },
  readme_langs: { label: "README languages", decisions: ["readme_languages"] },
  docs_content: { label: "documentation contents", decisions: ["docs_content"] },
  explicit_ratio: { label: "share of answers given explicitly", decisions: [] },
  api: { label: "API", decisions: ["api"] },
  api_purpose: { label: "API audience", decisions: ["api_purpose"] },
  error_boundary: { label: "error style rule", decisions: ["error_boundary", "error_handling"] },
  top_level_dirs: { label: "top-level directories", decisions: ["paths"] },
  ci: { label: "CI", decisions: ["ci"] },
  devcontainer: { label: "DevContainer", decisions: ["devcontainer"] },
  dockerfile: { label: "Dockerfile", decisions: ["dockerfile"] },
  precommit: { label: "pre-commit", decisions: ["precommit"] },
  licence: { label: "licence", decisions: ["licence"] },
  auth: { label: "authentication", decisions: ["auth"] },
  slo: { label: "service level target", decisions: ["slo"] },
  data_class: { label: "data class", decisions: ["data_class"] },
  team_size: { label: "team size", decisions: ["team_size"] },
  web_ui: { label: "web UI", decisions: ["web_ui"] },
  demos: { label: "demo code", decisions: ["demos"] },
  docs_site: { label: "documentation site", decisions: ["docs_site"] },
  outbound: { label: "outbound calls", decisions: ["outbound"] },
  persistence: { label: "persistence", decisions: ["persistence"] },
  desc_words: { label: "words in the description", decisions: ["description"] },
  desc_vague: { label: "filler words in the description", decisions: ["description"] },
  n_non_goals: { label: "number of non-goals", decisions: ["non_goals"] },
  n_users: { label: "number of user groups", decisions: ["users"] },
  n_langs: { label: "number of translated READMEs", decisions: ["readme_languages"] },
  n_docs_content: { label: "documentation contents chosen", decisions: ["docs_content"] },
  n_fields: { label: "number of fields of the first resource", decisions: ["resources"] },
  has_http: { label: "serves HTTP", decisions: ["api"] },
  graphql: { label: "GraphQL", decisions: ["api"] },
  service: { label: "is a service", decisions: ["purpose"] },
  deployed: { label: "is deployed", decisions: ["deployment"] },
  prod: { label: "is meant for production", decisions: ["maturity"] },
  asyncy: { label: "uses asyncio", decisions: ["concurrency"] },
  py: { label: "Python version", decisions: ["python_version"] },
  small: { label: "is tier 1 or 2", decisions: ["tier"] },
  lib: { label: "is a library", decisions: ["purpose", "tier"] },
  lockable: { label: "can have a lock file", decisions: ["dependency_manager"] },
  site: { label: "builds a documentation site", decisions: ["docs_site"] },
  overkill: { label: "heavy features", decisions: EXTRAS },
  entity_l: { label: "name of the first resource", decisions: ["resources"] },
  only_personal: { label: "only personal use", decisions: ["users"] },
  non_goal_ui: { label: "a non-goal excludes a user interface", decisions: ["non_goals"] },
} as const satisfies Record<FactName, FactLabel>;

/** The decisions behind some facts, each once, in order of first mention. */
export function decisionsBehind(facts: readonly FactName[]): DecisionId[] {
  return [...new Set(facts.flatMap((name): readonly DecisionId[] => FACT_NAMES[name].decisions))];
}
