import type { FactName, Facts } from "../critic/facts.ts";
import type { SourceKey } from "../critic/sources.ts";

export type Area = "Python" | "Deps" | "API" | "Config" | "Data" | "Tests" | "Docs" | "UI" | "CI" | "Style";

/**
 * `blocker` needs a written reason; `error` is what every delivered repository must obey; `warn` is shown to people;
 * `notice` and `info` go into the record of decisions (python-standard 3).
 */
export const SEVERITIES = ["blocker", "error", "warn", "notice", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What some answers mean together for the repository. */
export interface InteractionRule {
  id: string;
  area: Area;
  severity: Severity;
  /** Null: what sets it off is no answer but something around the project (a proxy, a private index, no network). */
  applies: ((facts: Facts) => boolean) | null;
  /** False: besides the answers it rests on what our templates always bring (Ruff, mypy, pytest, a release workflow). */
  answersOnly: boolean;
  /** The names `applies` uses. */
  reads: readonly FactName[];
  /** What the repository gets, or what you should know. */
  effect: string;
  reason: string;
  /** Ids of the critic's rules that judge the same thing. */
  critic: readonly string[];
  sources: readonly SourceKey[];
}
