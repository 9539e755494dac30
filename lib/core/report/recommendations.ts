import type { Design } from "../design/design.ts";
import { buyOrBuild, growthFrom, type TierNumber } from "../tier/tiers.ts";
import type { Report } from "./schema.ts";

type Recommendation = Report["recommendations"][number];
type Findings = Report["reviews"][number]["findings"];

/** What holds for every repository that leaves here, by what it is for. */
const ALWAYS: readonly Recommendation[] = [
  {
    kind: "security",
    text: "Secrets come from the environment; `.env.example` has names only. Rotate what was ever pasted anywhere.",
  },
  {
    kind: "upkeep",
    text: "Take dependency updates through the lock file every month; the checks of the repository tell whether they hold.",
  },
];

const SERVED: readonly Recommendation[] = [
  {
    kind: "performance",
    text: "Measure before you tune: put load on the busiest endpoint with data of a realistic size, then look at its slowest query.",
  },
  {
    kind: "security",
    text: "Put the service behind TLS and a limit of requests for each caller; neither is the application's business.",
  },
];

/**
 * Warnings and recommendations (WORKFLOW 7): what the critic still advises, security, performance, upkeep, buy or build,
 * the growth path of the tier.
 */
export function recommendationsOf(design: Design, findings: Findings): Recommendation[] {
  const tier = design.answers.intake.tier as TierNumber;
  const growth = growthFrom(tier);
  return [
    ...findings
      .filter(({ level }) => level !== "good")
      .map(({ message, fix }): Recommendation => ({ kind: "design", text: fix ? `${message} ${fix}` : message })),
    ...ALWAYS,
    ...(design.shell === "service" ? SERVED : []),
    ...buyOrBuild(tier).map(
      ({ label, because }): Recommendation => ({ kind: "buy or build", text: `${label}: ${because}` }),
    ),
    ...(growth
      ? [{ kind: "growth path" as const, text: `From tier ${growth.from} to ${growth.to}: ${growth.adds.join(", ")}.` }]
      : []),
  ];
}
