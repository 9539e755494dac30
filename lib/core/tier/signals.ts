import type { Deployment, Lifespan, Maturity, Purpose, User } from "../critic/facts.ts";
import type { Support } from "./extra-questions.ts";

/** What the classifier may know; all of it optional, since it already suggests while people answer. */
export interface TierInput {
  description?: string | undefined;
  purpose?: Purpose | undefined;
  users?: readonly User[] | undefined;
  maturity?: Maturity | undefined;
  lifespan?: Lifespan | undefined;
  deployment?: Deployment | undefined;
  /** People. */
  team_size?: number | undefined;
  expected_users?: string | undefined;
  compliance?: string | undefined;
}

/** One reason for one or more tiers. Weights are never negative, so a signal cannot lower the tier it speaks for. */
export interface Signal {
  text: string;
  /** Key of the answer it comes from. */
  answer: keyof TierInput;
  supports: Support;
}

/** What each option of a question speaks for. The weights are ours; WORKFLOW 1 names the questions. */
export const OPTION_SIGNALS = {
  purpose: {
    external_api: { text: "outsiders call its API", supports: { 3: 2, 4: 1 } },
    internal_service: { text: "it serves other systems of the organisation", supports: { 3: 2, 4: 1 } },
    library: { text: "others import it", supports: { 6: 4 } },
    research: { text: "it answers a research question", supports: { 2: 3 } },
    cli_batch: { text: "it runs as a command or on a schedule", supports: { 3: 1, 2: 1 } },
  },
  maturity: {
    prototype: { text: "it is a prototype", supports: { 2: 3, 1: 1 } },
    production: { text: "it has to be ready for production", supports: { 3: 2, 4: 1 } },
    long_term: { text: "it will be maintained for long", supports: { 4: 2.5, 5: 2, 6: 1 } },
  },
  lifespan: {
    short: { text: "it lives for weeks to months", supports: { 2: 1.5, 1: 1.5 } },
    medium: { text: "it lives for months to a year", supports: { 3: 2 } },
    long: { text: "it lives for years", supports: { 4: 1.5, 5: 1.5, 6: 1 } },
  },
  deployment: {
    local: { text: "it runs locally only", supports: { 2: 1, 1: 1, 6: 0.5 } },
    docker: { text: "it runs in containers", supports: { 3: 1 } },
    cloud: { text: "it runs on a cloud platform", supports: { 3: 1, 4: 0.5 } },
    multiple: { text: "it runs in several environments", supports: { 5: 3, 4: 1 } },
    undecided: null,
  },
} as const satisfies {
  [K in "purpose" | "maturity" | "lifespan" | "deployment"]: Record<
    NonNullable<TierInput[K]>,
    { text: string; supports: Support } | null
  >;
};

/** What the set of intended users speaks for. */
export const USER_SIGNALS: readonly { text: string; supports: Support; when(users: readonly User[]): boolean }[] = [
  { text: "only you use it", supports: { 2: 2, 1: 1 }, when: (users) => users.length === 1 && users[0] === "personal" },
  { text: "customers use it", supports: { 3: 1, 4: 0.5 }, when: (users) => users.includes("external") },
  { text: "developers import it", supports: { 6: 1.5 }, when: (users) => users.includes("developers") },
  { text: "other systems depend on it", supports: { 4: 0.5 }, when: (users) => users.includes("automated") },
  { text: "three or more groups use it", supports: { 4: 1, 5: 1 }, when: (users) => users.length >= 3 },
];

/**
 * Words in the description that speak for a tier. Words that also name everyday domains (interviews to be scheduled,
 * assignments to be graded) weigh less than words that only describe a project.
 */
export const WORD_SIGNALS: readonly { name: string; pattern: string; supports: Support }[] = [
  { name: "take-home", pattern: "take[- ]home", supports: { 1: 7 } },
  { name: "coding challenge", pattern: "(coding|code|programming) (challenge|test|exercise|kata)", supports: { 1: 7 } },
  { name: "interview", pattern: "interview", supports: { 1: 3 } },
  { name: "assignment", pattern: "(assignment|homework)", supports: { 1: 3 } },
  { name: "hackathon", pattern: "hackathon", supports: { 2: 5, 1: 1 } },
  { name: "proof of concept", pattern: "(proof[- ]of[- ]concept|poc)", supports: { 2: 5 } },
  { name: "throw-away", pattern: "throw[- ]?away", supports: { 2: 5 } },
  { name: "weekend", pattern: "weekend( project)?", supports: { 2: 3 } },
  { name: "prototype", pattern: "(prototype|spike|mock-?up)s?", supports: { 2: 3 } },
  { name: "experiment", pattern: "(experiment|simulation|thesis|notebook)s?", supports: { 2: 2 } },
  { name: "script", pattern: "(script|side project|toy)", supports: { 2: 2 } },
  { name: "MVP", pattern: "(mvp|minimum viable( product)?)", supports: { 3: 5 } },
  { name: "first version", pattern: "(first version|first customers|early adopters|pilot|beta)", supports: { 3: 3 } },
  { name: "start-up", pattern: "start-?up", supports: { 3: 2 } },
  { name: "scaling", pattern: "(scale|scaling|scalable|high[- ]traffic|high[- ]load)", supports: { 4: 3 } },
  { name: "several teams", pattern: "(several|multiple|many) teams", supports: { 4: 2, 5: 1.5 } },
  { name: "multi-tenant", pattern: "(multi-?tenant|saas)", supports: { 4: 3 } },
  { name: "growing", pattern: "(growing|growth stage|thousands of)", supports: { 4: 2 } },
  { name: "enterprise", pattern: "(enterprise|mission[- ]critical|business units?)", supports: { 5: 5 } },
  { name: "compliance", pattern: "(compliance|compliant|regulated|regulators?|regulatory)", supports: { 5: 4 } },
  { name: "a certificate or law", pattern: "(hipaa|sox|pci(-dss)?|iso 27001|soc 2)", supports: { 5: 4 } },
  { name: "SLA", pattern: "(slas?|service[- ]level (agreement|objective)s?|99[.]9+)", supports: { 5: 3, 4: 1.5 } },
  { name: "audit", pattern: "(audit trail|audited|auditors?)", supports: { 5: 3 } },
  { name: "single sign-on", pattern: "(saml|single sign-on|multi-?region|disaster recovery)", supports: { 5: 3 } },
  { name: "open source", pattern: "(open[- ]source[d]?|oss|foss)", supports: { 6: 6 } },
  { name: "PyPI", pattern: "(pypi|contributors)", supports: { 6: 4 } },
  { name: "library", pattern: "(library|sdk|toolkit)", supports: { 6: 2 } },
];
