import { type ChoiceDecision, choice } from "../define.ts";

const FOLLOWS = { prototype: "short", production: "medium", long_term: "long" } as const;

export const lifespan: ChoiceDecision<"lifespan", "short" | "medium" | "long"> = choice({
  id: "lifespan",
  stage: "intake",
  ask: "How long will it live?",
  label: "Expected lifespan",
  why: "What pays off over years is waste over weeks. It decides which Python versions and tools are still a good idea.",
  presence: "required",
  options: {
    short: {
      label: "Weeks to months",
      summary: "It answers a question or bridges a gap, then goes.",
      chooseWhen: "You can name the event that ends it.",
      costs: "Short-lived code often stays: write down now who will switch it off.",
      changes: "Speaks for small tiers; findings about upkeep weigh less.",
    },
    medium: {
      label: "Months to a year",
      summary: "It will be changed a few dozen times by the people who wrote it.",
      chooseWhen: "It is a first product version, or a tool that a larger system may replace.",
      costs: "Enough structure that a change stays local; no more.",
      changes: "The usual measure for tier 3.",
    },
    long: {
      label: "Years",
      summary: "It outlives its first team, its libraries and at least one Python version.",
      chooseWhen: "It holds data or contracts that cannot be dropped.",
      costs: "Upgrades become routine work: locks, update bots, migrations with a way back.",
      changes: "Old Python floors, MkDocs 1.x and unlocked dependencies draw findings.",
    },
  },
  suggest({ intake }) {
    if (!intake?.maturity) return null;
    return {
      value: FOLLOWS[intake.maturity],
      reason: "it goes with the maturity you chose; other combinations draw a finding",
    };
  },
});
