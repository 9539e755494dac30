import type { TierNumber } from "../tier/tiers.ts";
import type { DimensionId } from "./dimensions.ts";
import type { DecisionId } from "./fact-names.ts";
import type {
  Api,
  ApiPurpose,
  Concurrency,
  Config,
  Demos,
  Deployment,
  DepManager,
  DocsSite,
  Errors,
  FactName,
  Facts,
  Logging,
  Testing,
  User,
  WebUi,
} from "./facts.ts";
import type { SourceKey } from "./sources.ts";

/** After the core decisions; after the features. */
export type Checkpoint = 1 | 2;

/** From a blocker, which needs a written reason, down to a strength. Findings are shown in this order. */
export const LEVELS = ["blocker", "error", "warn", "notice", "good"] as const;
export type Level = (typeof LEVELS)[number];

/** Every decision a remedy may answer anew, by its key in the answers file, with the values it takes. */
export interface Remediable {
  tier: TierNumber;
  users: readonly User[];
  python_version: string;
  deployment: Deployment;
  concurrency: Concurrency;
  licence: string;
  dependency_manager: DepManager;
  configuration: Config;
  error_handling: Errors;
  logging: Logging;
  testing: Testing;
  auth: string;
  error_boundary: string;
  api: Api;
  /** Null: the question is no longer asked, its answer goes. */
  api_purpose: ApiPurpose | null;
  web_ui: WebUi;
  demos: Demos;
  docs_site: DocsSite;
  docs_content: readonly string[];
  readme_languages: readonly string[];
  ci: boolean;
  devcontainer: boolean;
  dockerfile: boolean;
  precommit: boolean;
}

/** One answer to be changed. */
export type Change = { [K in keyof Remediable]: { decision: K & DecisionId; value: Remediable[K] } }[keyof Remediable];

/** Several answers as one set of changes, in the order given. */
export function changes(answers: Partial<Remediable>): Change[] {
  return Object.entries(answers).map(([decision, value]) => ({ decision, value }) as Change);
}

/** One line of the rule book (python-standard 4.2): data, a condition, and the words to explain it. */
export interface Rule {
  id: string;
  /** First checkpoint at which it counts. */
  checkpoint: Checkpoint;
  dimension: DimensionId;
  /** Multiple of 0.25, so that sums are exact. */
  points: number;
  level: Level;
  message: string;
  /** What to do, in words; null for a strength. */
  fix: string | null;
  /** Why it matters, in plain words. */
  why: string;
  /** What it looks like in a real project; null for a strength. */
  example: string | null;
  /** Other ways out than the fix. */
  alternatives: readonly string[];
  sources: readonly SourceKey[];
  /** The names the condition uses: the evidence. */
  reads: readonly FactName[];
  when(facts: Facts): boolean;
  /**
   * The answers that take the fix, where the product can name them. Absent where only the person knows (texts, facts
   * about users, data or lifespan) or where the fix is to accept what is generated.
   */
  remedy?(facts: Facts, checkpoint: Checkpoint): Change[];
}
