import fc from "fast-check";
import type { FactInput } from "./facts.ts";

const pick = <T>(...values: T[]) => fc.constantFrom(...values);

/** Every value a test draws for an answer; names and values as in python-standard 0.3. */
const DOMAINS = {
  tier: pick<1 | 2 | 3 | 4 | 5 | 6>(1, 2, 3, 4, 5, 6),
  purpose: pick("external_api", "internal_service", "library", "research", "cli_batch"),
  users: fc.subarray(["external", "internal_team", "developers", "automated", "personal"] as const),
  maturity: pick("prototype", "production", "long_term"),
  lifespan: pick("short", "medium", "long"),
  python_min: pick("3.10", "3.11", "3.12", "3.13", "3.14", "3.15"),
  deployment: pick("local", "docker", "cloud", "multiple", "undecided"),
  concurrency: pick("sync", "asyncio", "mixed", "undecided"),
  dep_manager: pick("uv", "poetry", "pdm", "pip_requirements", "pip_pyproject"),
  config: pick("env", "files", "pydantic_settings", "combination"),
  errors: pick("exceptions", "result", "mixed"),
  logging: pick("stdlib", "structlog", "minimal"),
  testing: pick("none", "unit", "unit_integration", "comprehensive"),
  api: pick("none", "fastapi", "flask", "strawberry", "graphene", "other"),
  api_purpose: pick("external_public", "internal", "dev_only", null),
  web_ui: pick("none", "jinja2", "spa", "html_forms", "admin_framework"),
  demos: pick("none", "quickstart", "tutorial", "comprehensive"),
  docs_site: pick("none", "sphinx", "mkdocs", "markdown"),
  docs_content: fc.subarray(["api_reference", "tutorials", "architecture"]),
  readme_langs: pick([], [], ["de"], ["de", "fr", "zh"], ["de", "fr", "zh", "ja", "es", "it"]),
  non_goals: pick([], ["no web ui"], ["no payments", "no frontend"], ["no payments", "no calendar sync"]),
  description: pick(
    "",
    "Backend app",
    "Keeps track of tools",
    "A platform to manage various things for everybody in the company and more",
    "Lets clinics hold and confirm appointment slots without ever double-booking a practitioner",
  ),
  entity: pick("", "Item", "Appointment", "Order", "Token"),
  fields: pick([], ["name: str"], ["reference: str", "starts_at: datetime"]),
  explicit_ratio: pick(null, 0.3, 0.7, 0.95),
  licence: pick(null, "MIT", "proprietary", "GPL-3.0-only"),
  auth: pick(null, "none", "api_key", "jwt", "undecided"),
  slo: pick("", "99.9 %"),
  data_class: pick(null, "public", "personal"),
  team_size: pick(null, 1, 2, 8),
  error_boundary: pick("", "Result for expected outcomes"),
  top_level_dirs: pick(null, 5, 9),
  ci: fc.boolean(),
  devcontainer: fc.boolean(),
  dockerfile: fc.boolean(),
  precommit: fc.boolean(),
  persistence: pick<FactInput["persistence"]>(undefined, "none", "sqlite", "postgres"),
  outbound: pick("none", "webhook"),
} as const;

/** Any combination of answers, coherent or not. */
export const anyAnswers = fc.record(
  DOMAINS as unknown as { [K in keyof FactInput]-?: fc.Arbitrary<FactInput[K]> },
) as fc.Arbitrary<FactInput>;

/** The same answers in every run. */
export const sampleAnswers = (count: number): FactInput[] => fc.sample(anyAnswers, { numRuns: count, seed: 20261121 });

/** All answer sets that differ from this one in a single answer. */
export function* neighbours(input: FactInput): Generator<FactInput> {
  for (const [name, domain] of Object.entries(DOMAINS)) {
    for (const value of fc.sample(domain as fc.Arbitrary<unknown>, { numRuns: 40, seed: 7 }))
      yield { ...input, [name]: value };
  }
}
