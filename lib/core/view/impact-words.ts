import type { Impact } from "../project/impact.ts";
import type { JourneyStep } from "../project/progress.ts";

const STEP_WORDS: Readonly<Record<JourneyStep, string>> = {
  intake: "the confirmation of the intake",
  architecture: "the confirmation of the architecture",
  "review-1": "review 1, which has to be run again",
  structure: "the confirmation of the structure",
  features: "the confirmation of the features",
  "review-2": "review 2, which has to be run again",
  generation: "the state of generation",
};

/** What a change would make stale, one line each; empty when nothing. */
export function impactWords({ steps, plan, acceptedFiles }: Impact): string[] {
  const lines = steps.map((step) => STEP_WORDS[step]);
  if (plan) lines.push("the approval of the plan");
  if (acceptedFiles.length > 0)
    lines.push(
      acceptedFiles.length === 1
        ? `the accepted file ${acceptedFiles[0]}`
        : `${acceptedFiles.length} accepted files, such as ${acceptedFiles.slice(0, 3).join(", ")}`,
    );
  return lines;
}
