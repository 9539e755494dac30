import { overAtSmallTiers } from "../ceiling.ts";
import { type ChoicesDecision, choices } from "../define.ts";

const aboveCeiling = overAtSmallTiers("At tiers 1 and 2 a second README goes stale within days.");
const costs = "Every change of the English README has to be followed; your own sentences are listed for translation.";
const changesFor = (code: string): string =>
  `README.${code}.md with the same sections, code and links, and a note that English leads.`;

export const readmeLanguages: ChoicesDecision<"readme_languages", "zh" | "ja" | "es" | "fr" | "de"> = choices({
  id: "readme_languages",
  stage: "features",
  ask: "In which languages besides English is there a README?",
  label: "README languages",
  why: "Our sentences come translated; yours stay as they are and become tasks. Three or more languages go stale together.",
  presence: "required",
  gate: true,
  whenUnanswered: [],
  atLeast: 0,
  options: {
    zh: {
      label: "Chinese (zh)",
      summary: "Simplified Chinese.",
      chooseWhen: "Readers in China are expected, and somebody keeps it.",
      costs,
      changes: changesFor("zh"),
      aboveCeiling,
    },
    ja: {
      label: "Japanese (ja)",
      summary: "Japanese.",
      chooseWhen: "Readers in Japan are expected, and somebody keeps it.",
      costs,
      changes: changesFor("ja"),
      aboveCeiling,
    },
    es: {
      label: "Spanish (es)",
      summary: "Spanish.",
      chooseWhen: "Readers in Spain or Latin America are expected, and somebody keeps it.",
      costs,
      changes: changesFor("es"),
      aboveCeiling,
    },
    fr: {
      label: "French (fr)",
      summary: "French.",
      chooseWhen: "Readers in France, Canada or Africa are expected, and somebody keeps it.",
      costs,
      changes: changesFor("fr"),
      aboveCeiling,
    },
    de: {
      label: "German (de)",
      summary: "German.",
      chooseWhen: "Readers in Germany, Austria or Switzerland are expected, and somebody keeps it.",
      costs,
      changes: changesFor("de"),
      aboveCeiling,
    },
  },
  suggest: ({ intake }) =>
    intake?.maturity ? { value: [], reason: "a translation without an owner misleads after the first release" } : null,
});
