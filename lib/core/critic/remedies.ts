import type { TierNumber } from "../tier/tiers.ts";
import type { Api, Concurrency, FactName, Facts } from "./facts.ts";
import { heavyFeatures, oneOf } from "./facts.ts";
import { type Change, type Checkpoint, changes, type Remediable } from "./rule.ts";

/** The audience an API has by the project's purpose. */
export function apiAudience({ purpose }: Facts): NonNullable<Facts["api_purpose"]> {
  if (purpose === "external_api") return "external_public";
  return purpose === "internal_service" ? "internal" : "dev_only";
}

/** Adds an API a service can be called by, with its audience. */
export const addApi = (facts: Facts): Change[] => changes({ api: "fastapi", api_purpose: apiAudience(facts) });

/** Takes the API away, and a single-page app that would have nothing to talk to. */
export const dropApi = (facts: Facts): Change[] =>
  changes({ api: "none", api_purpose: null, ...(facts.web_ui === "spa" ? { web_ui: "none" as const } : {}) });

/** Containers, the default when nothing else is known; the Dockerfile is part of it once features are being decided. */
export const deployInContainers = (_facts: Facts, checkpoint: Checkpoint): Change[] =>
  changes({ deployment: "docker", ...(checkpoint === 2 ? { dockerfile: true } : {}) });

const ASYNC_APIS: readonly Api[] = ["fastapi", "strawberry"];

/** The one concurrency model that fits: asyncio where a service waits on I/O and its framework can, else sync. */
export function fittingConcurrency(facts: Facts): Concurrency {
  const waits = facts.service && facts.tier >= 3 && oneOf(facts.api, "none", "other", ...ASYNC_APIS);
  return waits || ASYNC_APIS.includes(facts.api) ? "asyncio" : "sync";
}

/** The least test depth that covers the boundaries there are. */
export const fittingTests = (facts: Facts): Change[] =>
  changes({ testing: facts.service || facts.tier >= 3 ? "unit_integration" : "unit" });

/** A tier that goes with the maturity: prototypes and long-term projects meet at 3. */
export const middleTier = (): Change[] => changes({ tier: 3 satisfies TierNumber });

const LIGHTER: Partial<Record<FactName, Partial<Remediable>>> = {
  readme_langs: { readme_languages: [] },
  devcontainer: { devcontainer: false },
  demos: { demos: "quickstart" },
  docs_site: { docs_site: "markdown" },
  web_ui: { web_ui: "none" },
  errors: { error_handling: "exceptions" },
  concurrency: { concurrency: "sync" },
  logging: { logging: "stdlib" },
  testing: { testing: "unit_integration" },
  ci: { ci: false },
  dockerfile: { dockerfile: false },
};

/**
 * Gives up heavy features, those that cost least to lose first, until two are left: the most tiers 1 and 2 carry
 * without a finding (rules CL19, MA24, RI02 and RI03).
 */
export function dropExtras(facts: Facts): Change[] {
  const heavy = heavyFeatures(facts);
  const dropped = heavy.slice(0, Math.max(0, heavy.length - 2));
  const lighter: Partial<Remediable> = Object.assign({}, ...dropped.map((name) => LIGHTER[name]));
  if (lighter.concurrency) lighter.concurrency = fittingConcurrency(facts);
  return changes(lighter);
}
