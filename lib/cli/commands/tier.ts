import { tierDocument } from "#lib/core/api/documents/tier.ts";
import { suggestTier } from "#lib/core/design/tier.ts";
import { TIERS } from "#lib/core/tier/tiers.ts";
import { data, EXIT, type ExitCode, json } from "../output.ts";
import { readAnswers } from "../read-answers.ts";

/** Prints the suggested tier with its confidence and the signals that spoke for it. */
export async function run(file: string, options: Record<string, string | boolean | undefined>): Promise<ExitCode> {
  const answers = readAnswers(file);
  if (options.json) {
    json(tierDocument(answers));
    return EXIT.done;
  }
  const suggestion = suggestTier(answers);
  const name = (tier: number) => TIERS.find((one) => one.tier === tier)?.label ?? "";
  data(
    `Suggested: tier ${suggestion.tier} (${name(suggestion.tier)}), confidence ${Math.round(suggestion.confidence * 100)} %. Chosen: tier ${answers.intake.tier}.`,
  );
  for (const signal of suggestion.signals) data(`  tier ${signal.tier}  +${signal.weight}  because ${signal.text}`);
  if (suggestion.close)
    data(`Two tiers are close; these answers would tell them apart: ${suggestion.extraQuestions.join(", ")}.`);
  return EXIT.done;
}
