import type { Decision, Option } from "../../catalog/define.ts";
import { decisions, pathOf } from "../../catalog/index.ts";
import type { Design } from "../../design/design.ts";
import type { DecisionPath } from "../define-artifact.ts";
import { mdText } from "../encode.ts";
import { toolchainOf } from "../toolchains/index.ts";
import { sentence } from "./markdown.ts";

/** One architecture decision record: a choice that a reader of the repository would otherwise wonder about. */
export interface DecisionRecord {
  /** File name without number and extension. */
  slug: string;
  title: string;
  because: DecisionPath;
  context: string;
  decision: string;
  consequence: string;
}

type Choice = Extract<Decision, { options: readonly Option[] }>;
const hasOptions = (decision: Decision): decision is Choice & Decision => "options" in decision;

function chosenOption(decision: Choice, design: Design): Option | undefined {
  const stage = design.answers[decision.stage as keyof Design["answers"]] as Readonly<Record<string, unknown>>;
  const answer = stage[decision.id];
  return typeof answer === "object" ? undefined : decision.options.find((option) => option.id === String(answer));
}

/** Why a choice needs a record: it is over the tier's ceiling, or differs from what the product suggested. */
function occasion(decision: Choice, chosen: Option, design: Design): string | null {
  const above = chosen.aboveCeiling?.(design.answers) ?? null;
  if (above) return above;
  const suggested = decision.suggest?.(design.answers);
  if (!suggested || String(suggested.value) === chosen.id) return null;
  const other = decision.options.find((option) => option.id === String(suggested.value));
  return other ? `The suggestion was ${other.label}: ${suggested.reason}` : null;
}

function deviation(decision: Decision, design: Design): DecisionRecord[] {
  if (!hasOptions(decision)) return [];
  const chosen = chosenOption(decision, design);
  const why = chosen ? occasion(decision, chosen, design) : null;
  if (!chosen || !why) return [];
  const path = pathOf(decision) as DecisionPath;
  const reason = design.answers.reasons?.[path];
  return [
    {
      slug: `${decision.id}-${chosen.id}`.replaceAll("_", "-").replaceAll(".", "-").toLowerCase(),
      title: `${decision.label}: ${chosen.label}`,
      because: path,
      context: [decision.why, why]
        .filter((text) => text !== "")
        .map(closed)
        .join(" "),
      decision: [
        closed(`We chose ${chosen.label}`),
        chosen.summary === "" ? "" : closed(chosen.summary),
        reason ? `The reason given: ${sentence(mdText(reason))}` : "",
      ]
        .filter((text) => text !== "")
        .join(" "),
      consequence: [chosen.changes, chosen.costs]
        .filter((text) => text !== "")
        .map(closed)
        .join(" "),
    },
  ];
}

const closed = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Records come with repositories that are kept (tier 3 and up) or that have documentation (DESIGN 9). */
const wanted = ({ tier, answers }: Design): boolean => tier >= 3 || answers.features.docs_site !== "none";

/** All records of a design, in the order in which the decisions are asked. */
export function recordsOf(design: Design): DecisionRecord[] {
  if (!wanted(design)) return [];
  const own = toolchainOf(design).record;
  return [
    ...(own ? [{ slug: "dependency-versions", because: "architecture.dependency_manager" as const, ...own }] : []),
    ...decisions.flatMap((decision) => deviation(decision, design)),
  ];
}

/** The text of one record, in the usual four parts. */
export const recordText = ({ title, context, decision, consequence }: DecisionRecord, number: number): string =>
  [
    `# ${number}. ${title}`,
    "## Status",
    "Accepted.",
    "## Context",
    context,
    "## Decision",
    decision,
    ...(consequence === "" ? [] : ["## Consequence", consequence]),
  ]
    .join("\n\n")
    .concat("\n");
