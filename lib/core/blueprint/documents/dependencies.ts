import type { Design } from "../../design/design.ts";
import type { DecisionPath } from "../define-artifact.ts";
import { toolchainOf } from "../toolchains/index.ts";
import { type PackageName, requirement } from "../versions.ts";
import type { TomlValue } from "./toml.ts";
import * as has from "./traits.ts";

/** `runtime` is what the wheel asks for; the others are dependency groups (PEP 735) that never leave the repository. */
export const GROUPS = ["test", "lint", "typing", "docs", "api", "nox", "hooks"] as const;
export type Group = (typeof GROUPS)[number];

interface Dependency {
  name: PackageName;
  extras?: readonly string[];
  group: "runtime" | Group;
  because: DecisionPath;
  appliesWhen(design: Design): boolean;
}

const testedAsync = (design: Design) => has.hasTests(design) && has.isAsync(design);
const testedService = (design: Design) => has.hasTests(design) && has.hasAsgi(design) && !has.hasWebhook(design);
const testedDomain = (design: Design) => has.hasTests(design) && has.isService(design) && has.isFull(design);
const typedLibrary = (design: Design) => has.isLibrary(design) && has.isFull(design);
const hasStore = (design: Design) => has.isService(design) && has.hasDatabase(design) && has.isFull(design);

/** Every package a generated repository may ask for, and the decision that brings it in. */
export const DEPENDENCIES: readonly Dependency[] = [
  {
    name: "aiosqlite",
    group: "runtime",
    because: "architecture.persistence",
    appliesWhen: (design) => hasStore(design) && has.hasSqlite(design) && has.isAsync(design),
  },
  { name: "alembic", group: "runtime", because: "architecture.persistence", appliesWhen: hasStore },
  {
    name: "asyncpg",
    group: "runtime",
    because: "architecture.persistence",
    appliesWhen: (design) => hasStore(design) && has.hasPostgres(design) && has.isAsync(design),
  },
  { name: "fastapi", group: "runtime", because: "features.api", appliesWhen: has.hasFastapi },
  { name: "flask", group: "runtime", because: "features.api", appliesWhen: has.hasFlask },
  { name: "graphene", group: "runtime", because: "features.api", appliesWhen: has.hasGraphene },
  { name: "gunicorn", group: "runtime", because: "features.api", appliesWhen: has.hasFlask },
  { name: "httpx2", group: "runtime", because: "features.outbound", appliesWhen: has.hasWebhook },
  { name: "jinja2", group: "runtime", because: "features.web_ui", appliesWhen: has.hasPages },
  {
    name: "psycopg",
    extras: ["binary", "pool"],
    group: "runtime",
    because: "architecture.persistence",
    appliesWhen: (design) => hasStore(design) && has.hasPostgres(design) && !has.isAsync(design),
  },
  { name: "pydantic", group: "runtime", because: "features.api", appliesWhen: has.hasHttp },
  {
    name: "pydantic-settings",
    group: "runtime",
    because: "architecture.configuration",
    appliesWhen: (design) => has.isService(design) && has.readsDotenv(design),
  },
  {
    name: "pyjwt",
    extras: ["crypto"],
    group: "runtime",
    because: "architecture.auth",
    appliesWhen: (design) => has.isService(design) && has.hasTokens(design),
  },
  {
    name: "sqlalchemy",
    extras: ["asyncio"],
    group: "runtime",
    because: "architecture.persistence",
    appliesWhen: (design) => hasStore(design) && has.isAsync(design),
  },
  {
    name: "sqlalchemy",
    group: "runtime",
    because: "architecture.persistence",
    appliesWhen: (design) => hasStore(design) && !has.isAsync(design),
  },
  { name: "stamina", group: "runtime", because: "features.outbound", appliesWhen: has.hasWebhook },
  { name: "strawberry-graphql", group: "runtime", because: "features.api", appliesWhen: has.hasStrawberry },
  {
    name: "structlog",
    group: "runtime",
    because: "architecture.logging",
    appliesWhen: (design) => !has.isLibrary(design) && has.hasStructlog(design),
  },
  { name: "uvicorn", extras: ["standard"], group: "runtime", because: "features.api", appliesWhen: has.hasAsgi },
  { name: "httpx2", group: "test", because: "features.api", appliesWhen: testedService },
  { name: "hypothesis", group: "test", because: "architecture.testing", appliesWhen: testedDomain },
  { name: "pytest", group: "test", because: "architecture.testing", appliesWhen: has.hasTests },
  { name: "pytest-asyncio", group: "test", because: "intake.concurrency", appliesWhen: testedAsync },
  { name: "pytest-cov", group: "test", because: "architecture.testing", appliesWhen: has.hasTests },
  { name: "ruff", group: "lint", because: "intake.tier", appliesWhen: () => true },
  { name: "mypy", group: "typing", because: "intake.tier", appliesWhen: has.isFull },
  { name: "pyright", group: "typing", because: "intake.purpose", appliesWhen: typedLibrary },
  { name: "furo", group: "docs", because: "features.docs_site", appliesWhen: has.hasSphinx },
  { name: "mkdocs", group: "docs", because: "features.docs_site", appliesWhen: has.hasMkdocs },
  { name: "mkdocs-material", group: "docs", because: "features.docs_site", appliesWhen: has.hasMkdocs },
  { name: "myst-parser", group: "docs", because: "features.docs_site", appliesWhen: has.hasSphinx },
  { name: "sphinx", group: "docs", because: "features.docs_site", appliesWhen: has.hasSphinx },
  { name: "griffe", group: "api", because: "intake.tier", appliesWhen: typedLibrary },
  { name: "nox", group: "nox", because: "intake.tier", appliesWhen: has.hasSessions },
  { name: "pre-commit", group: "hooks", because: "features.precommit", appliesWhen: has.hasHooks },
];

/** The requirements of one group, in alphabetical order. */
export function requirements(design: Design, group: Dependency["group"]): string[] {
  const needs = {
    floorMinor: design.floor.minor,
    locked: toolchainOf(design).lock !== null,
    capped: !(group === "runtime" && has.isLibrary(design)),
  };
  return DEPENDENCIES.filter((one) => one.group === group && one.appliesWhen(design)).map((one) =>
    requirement(one.name, needs, one.extras),
  );
}

/**
 * `[dependency-groups]`: only groups with something in them; `dev` is all of them, as uv and sp-repo-review expect.
 * Type checks read tests, documentation settings and session files too, so `typing` includes those groups.
 */
export function dependencyGroups(design: Design): Record<string, TomlValue> {
  const filled = GROUPS.map((group) => [group, requirements(design, group)] as const).filter(
    ([, list]) => list.length > 0,
  );
  const names = filled.map(([group]) => group);
  const include = (group: string) => ({ "include-group": group });
  const read = ["test", "docs", "nox"].filter((group) => (names as string[]).includes(group));
  return {
    ...Object.fromEntries(
      filled.map(([group, list]) => [group, group === "typing" ? [...list, ...read.map(include)] : list]),
    ),
    dev: names.map(include),
  };
}
