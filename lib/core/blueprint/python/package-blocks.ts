import type { Design } from "../../design/design.ts";
import type { Values } from "../fill.ts";
import { LOCAL_API_KEY_SHA256 } from "../settings-catalog.ts";
import { docstring } from "./docstring.ts";
import { byKindAndName, importLines } from "./imports.ts";
import { migrationBlocks } from "./migration.ts";

/** The docstring of the package: what the person says the service is for. */
export const packageBlocks = (design: Design): Values => ({
  docstring: docstring(design.answers.intake.description, `The ${design.packageName} service.`, 0),
});

/** The blocks of the first migration. */
export const firstMigration = ({ resources }: Design): Values => ({ ...migrationBlocks(resources) });

/** The blocks of `db/models.py`. */
export function modelBlocks({ resources, packageName }: Design): Values {
  const rows = resources.map(({ names }) => `${names.pascal}Row`);
  return {
    imports: importLines(
      [
        ...resources.map(({ names }) => ({
          module: `${packageName}.db.${names.plural}`,
          names: [`${names.pascal}Row`],
        })),
        { module: `${packageName}.db.base`, names: ["Base"] },
        { module: `${packageName}.db.idempotency`, names: ["IdempotencyRow"] },
      ],
      packageName,
    ),
    tables: [`TABLES = (${[...rows, "IdempotencyRow"].join(", ")})`],
  };
}

/** The blocks of `api/v1/__init__.py`. */
export function routerBlocks({ resources, packageName }: Design): Values {
  const plurals = resources.map(({ names }) => names.plural);
  return {
    imports: importLines(
      [
        { module: "fastapi", names: ["APIRouter", "Depends"] },
        { module: `${packageName}.api.deps`, names: ["enforce_rate_limit"] },
        { module: `${packageName}.api.problems`, names: ["documented"] },
        { module: `${packageName}.api.v1`, names: [...plurals].sort(byKindAndName) },
        {
          module: `${packageName}.errors`,
          names: ["INTERNAL", "OVERLOADED", "RATE_LIMITED", "UNAUTHENTICATED", "UNAVAILABLE"],
        },
      ],
      packageName,
    ),
    include_routers: plurals.map((plural) => `router.include_router(${plural}.router)`),
  };
}

const PRODUCTION_KEYS = [
  'if self.environment == "production":',
  "    known = set(self.auth.api_keys.values())",
  "    if not known or _LOCAL_DIGEST in known:",
  '        raise ValueError("auth.api_keys must hold keys made for production only")',
];
const NEVER_PRODUCTION = [
  'if self.environment == "production":',
  '    raise ValueError("environment: this service is made for development only")',
];

/** The blocks of `settings.py`; a development API refuses to be a production one (python-standard AP19). */
export function settingsBlocks({ answers }: Design): Values {
  const isForDevelopment = answers.features.api_purpose === "dev_only";
  return {
    known_key: isForDevelopment
      ? []
      : [
          "# The hash of the key in .env.example, which everybody knows.",
          `_LOCAL_DIGEST = "${LOCAL_API_KEY_SHA256}"`,
          "",
        ],
    production_rules: isForDevelopment ? NEVER_PRODUCTION : PRODUCTION_KEYS,
  };
}

/** Pages with the API's documentation are for public and development APIs (python-standard AP18). */
export const interfaceValues = ({ answers }: Design): Values => ({
  docs_url: answers.features.api_purpose === "internal" ? "None" : '"/docs"',
});
