/** The six tiers; they set how much is written around the core logic (WORKFLOW 1). */
export const TIERS = [
  {
    tier: 1,
    id: "interview",
    label: "Interview",
    summary: "An exercise somebody reads and judges within an hour.",
    codeSize: [1.0, 1.3],
    architecture: "Flat files, no layers",
    data: "SQLite or JSON",
    auth: "None or basic",
    tests: "8 to 15 focused tests",
  },
  {
    tier: 2,
    id: "prototype",
    label: "Prototype",
    summary: "Something to learn from that may be thrown away.",
    codeSize: [0.8, 1.0],
    architecture: "One file if possible",
    data: "SQLite or in memory",
    auth: "None",
    tests: "None or a smoke test",
  },
  {
    tier: 3,
    id: "mvp",
    label: "MVP",
    summary: "The first version that real users rely on.",
    codeSize: [1.0, 1.5],
    architecture: "Layered monolith",
    data: "Managed Postgres",
    auth: "Bought, or API key or JWT",
    tests: "The happy path and the critical edges",
  },
  {
    tier: 4,
    id: "growth",
    label: "Growth",
    summary: "A product with several modules, steady load and a team.",
    codeSize: [1.5, 2.0],
    architecture: "Modular monolith",
    data: "Postgres; a cache when measured",
    auth: "An authentication service",
    tests: "Unit and integration tests",
  },
  {
    tier: 5,
    id: "enterprise",
    label: "Enterprise",
    summary: "A system of several teams, with obligations to auditors or customers.",
    codeSize: [2.0, 3.0],
    architecture: "Bounded contexts, ports and adapters",
    data: "Postgres and queues",
    auth: "OAuth2 or SAML",
    tests: "The whole pyramid",
  },
  {
    tier: 6,
    id: "open-source",
    label: "Open source",
    summary: "A library that strangers import, read and contribute to.",
    codeSize: [1.2, 1.8],
    architecture: "Minimal public surface",
    data: "Configurable",
    auth: "Optional",
    tests: "The public API, exhaustively",
  },
] as const;

export type Tier = (typeof TIERS)[number];
export type TierNumber = Tier["tier"];

/** The facts of a tier. `codeSize` is a range of factors of the core logic's size. */
export function tierFacts(tier: TierNumber): Tier {
  return TIERS[tier - 1] as Tier;
}

/** What moving up one tier adds (WORKFLOW 1, "Growth path"). */
export const GROWTH_PATH: readonly { from: TierNumber; to: TierNumber; adds: readonly string[] }[] = [
  { from: 2, to: 3, adds: ["Postgres", "basic authentication", "an error boundary", "CI"] },
  { from: 3, to: 4, adds: ["a cache, when measured", "background jobs", "monitoring", "module boundaries"] },
  { from: 4, to: 5, adds: ["bounded contexts", "queues", "full observability", "at most the one proven extraction"] },
];

/** What the next tier up would add, or null where there is no next one. */
export const growthFrom = (tier: TierNumber) => GROWTH_PATH.find(({ from }) => from === tier) ?? null;

/** Things that are bought rather than built at tiers 1 to 3, unless they are the product's core (WORKFLOW 1). */
const BUY_RATHER_THAN_BUILD: readonly { id: string; label: string; because: string }[] = [
  {
    id: "auth",
    label: "Authentication",
    because: "Sign-in, password resets and second factors are attacked every day, and a provider answers for them.",
  },
  {
    id: "payments",
    label: "Payments",
    because: "Card data brings an audit with it; a payment provider keeps it away from your servers.",
  },
  { id: "email", label: "E-mail", because: "Delivery depends on a sender's reputation, which takes months to earn." },
  {
    id: "storage",
    label: "File storage",
    because: "Object stores already do backups, large uploads and signed links.",
  },
  {
    id: "search",
    label: "Search",
    because: "Postgres full-text search carries far; after that a hosted index is cheaper than running one.",
  },
  {
    id: "analytics",
    label: "Analytics",
    because: "Reports change every week, and a hosted tool lets others change them without you.",
  },
];

/** The buy-or-build advice for a tier; empty from tier 4 up. */
export const buyOrBuild = (tier: TierNumber) => (tier <= 3 ? BUY_RATHER_THAN_BUILD : []);
