import type { Design } from "../../design/design.ts";

/**
 * The facts about a design that several documents ask for, named once. They read answers only; what an option brings
 * along (packages, commands) is declared with the option's own table.
 */
export const isService = (design: Design): boolean => design.shell === "service";
export const isLibrary = (design: Design): boolean => design.shell === "library";
export const isProduction = ({ answers }: Design): boolean => answers.intake.maturity !== "prototype";
export const isClosed = ({ answers }: Design): boolean => answers.intake.licence === "proprietary";
export const isAsync = ({ answers }: Design): boolean => answers.intake.concurrency === "asyncio";
export const hasTests = ({ answers }: Design): boolean => answers.architecture.testing !== "none";
export const hasModules = ({ modules }: Design): boolean => modules.length > 0;
export const hasIntegration = ({ answers }: Design): boolean =>
  answers.architecture.testing === "unit_integration" || answers.architecture.testing === "comprehensive";
export const hasPostgres = ({ answers }: Design): boolean => answers.architecture.persistence === "postgres";
export const hasDatabase = ({ answers }: Design): boolean => answers.architecture.persistence !== "none";
export const hasFastapi = ({ answers }: Design): boolean => answers.features.api === "fastapi";
export const hasFlask = ({ answers }: Design): boolean => answers.features.api === "flask";
export const hasStrawberry = ({ answers }: Design): boolean => answers.features.api === "strawberry";
export const hasGraphene = ({ answers }: Design): boolean => answers.features.api === "graphene";
export const hasHttp = ({ answers }: Design): boolean => answers.features.api !== "none";
export const hasAsgi = (design: Design): boolean => hasFastapi(design) || hasStrawberry(design);
export const hasWebhook = ({ answers }: Design): boolean => answers.features.outbound === "webhook";
export const hasPages = ({ answers }: Design): boolean =>
  answers.features.web_ui === "jinja2" || answers.features.web_ui === "html_forms";
export const hasStructlog = ({ answers }: Design): boolean => answers.architecture.logging === "structlog";
export const hasSqlite = ({ answers }: Design): boolean => answers.architecture.persistence === "sqlite";
export const hasTokens = ({ answers }: Design): boolean => answers.architecture.auth === "jwt";
export const hasMkdocs = ({ answers }: Design): boolean => answers.features.docs_site === "mkdocs";
export const hasApiKeys = ({ answers }: Design): boolean => answers.architecture.auth === "api_key";
export const hasDemos = ({ answers }: Design): boolean => answers.features.demos !== "none";
export const hasSphinx = ({ answers }: Design): boolean => answers.features.docs_site === "sphinx";
export const hasCi = ({ answers }: Design): boolean => answers.features.ci === true;
export const hasHooks = ({ answers }: Design): boolean => answers.features.precommit === true;
export const hasImage = ({ answers }: Design): boolean => answers.features.dockerfile === true;
export const hasDevcontainer = ({ answers }: Design): boolean => answers.features.devcontainer === true;
export const readsDotenv = ({ answers }: Design): boolean => answers.architecture.configuration === "pydantic_settings";
/** A library runs its checks in sessions of their own, on every Python it supports. */
export const hasSessions = (design: Design): boolean => isLibrary(design) && isFull(design) && hasTests(design);
/** From tier 3 a repository carries type checks, a change log and the like (python-standard 1.3). */
export const isFull = (design: Design): boolean => design.tier >= 3;

/** The environment variable that points the integration tests at a database. */
export const testDatabaseVariable = (design: Design): string => `${design.envPrefix}TEST_DATABASE_URL`;
