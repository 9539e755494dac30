import { type ListDecision, list } from "../define.ts";
import { linesProblems } from "../text-rules.ts";

/** What projects of each purpose are most often asked for and rarely should do. */
const EXAMPLES = {
  external_api: ["no payments", "no web ui", "no bulk import", "no file uploads", "no realtime updates"],
  internal_service: ["no public access", "no user interface", "no reporting", "no data older than a year"],
  library: ["no web framework", "no network calls", "no configuration files", "no global state"],
  research: ["no service", "no persistence", "no user interface", "no packaging for an index"],
  cli_batch: ["no daemon", "no scheduling", "no user interface", "no parallel runs on one input"],
} as const;

export const nonGoals: ListDecision<"non_goals"> = list({
  id: "non_goals",
  stage: "intake",
  ask: "What will it not do?",
  label: "Non-goals",
  why: "Stated limits keep scope from creeping and give reviewers something to hold a change against. They stand in the README.",
  presence: "required",
  maxItems: 12,
  maxLength: 120,
  check: linesProblems,
  examples: ({ intake }) => EXAMPLES[intake?.purpose ?? "external_api"],
});
