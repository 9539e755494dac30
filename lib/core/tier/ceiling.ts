import { type TierNumber, tierFacts } from "./tiers.ts";

interface Pattern {
  label: string;
  /** How it stands at tiers 1 to 5, in order. */
  standing: readonly [string, string, string, string, string];
  /** What this product does about it, where that differs. */
  here?: string;
}

/** The ceiling: how much architecture a tier carries (WORKFLOW 1). Tier 6 keeps a minimal surface and has no column. */
export const PATTERNS = {
  repository_class: { label: "Repository class", standing: ["overkill", "overkill", "borderline", "fits", "required"] },
  event_driven: {
    label: "Event-driven architecture",
    standing: ["overkill", "overkill", "overkill", "selective", "fits"],
  },
  di_container: {
    label: "Dependency injection container",
    standing: ["overkill", "overkill", "light", "fits", "required"],
    here: "Objects are wired by hand at every tier.",
  },
  dto_layers: { label: "Separate DTO layers", standing: ["overkill", "overkill", "one", "two", "all"] },
  microservices: { label: "Microservices", standing: ["never", "never", "never", "extraction only", "fits"] },
  cqrs: { label: "CQRS", standing: ["overkill", "overkill", "overkill", "overkill", "when justified"] },
  hexagonal: { label: "Hexagonal architecture", standing: ["overkill", "overkill", "overkill", "borderline", "fits"] },
  bounded_contexts: { label: "Bounded contexts", standing: ["overkill", "overkill", "overkill", "selective", "fits"] },
  message_queue: { label: "Message queue", standing: ["overkill", "overkill", "borderline", "fits", "required"] },
  api_versioning: { label: "API versioning", standing: ["none", "none", "URL prefix", "header", "full policy"] },
  error_contract: {
    label: "Error contract",
    standing: ["plain", "plain", "error boundary", "error service", "RFC 9457"],
    here: "Problem details of RFC 9457 are used from tier 3.",
  },
  logging: { label: "Logging", standing: ["plain", "none", "JSON", "centralised", "OpenTelemetry"] },
} as const satisfies Record<string, Pattern>;

export type PatternId = keyof typeof PATTERNS;

/** How a pattern stands at a tier, in the words of the table; null at tier 6. */
export function standingAt(pattern: PatternId, tier: TierNumber): string | null {
  const { standing }: Pattern = PATTERNS[pattern];
  return standing[tier - 1] ?? null;
}

/**
 * Why a pattern is over a tier's ceiling, as a sentence, or null when the tier carries it. What is over the ceiling
 * stays selectable with a written reason.
 */
export function overCeiling(pattern: PatternId, tier: TierNumber): string | null {
  const standing = standingAt(pattern, tier);
  if (standing !== "overkill" && standing !== "never") return null;
  const { label } = PATTERNS[pattern];
  const first = ([1, 2, 3, 4, 5] as const).find((other) => other > tier && overCeiling(pattern, other) === null);
  const from = first ? `; it starts to pay at tier ${first} (${tierFacts(first).label})` : "";
  return `${label} is more than tier ${tier} (${tierFacts(tier).label}) needs${from}.`;
}
