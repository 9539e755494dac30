import type { Answers, PartialAnswers } from "../catalog/answers.ts";
import { isService } from "../catalog/answers-read.ts";
import type { Decision } from "../catalog/define.ts";
import { catalog } from "../catalog/index.ts";

/** A complete set of answers made from an incomplete one, and which of them nobody gave. */
export interface Provisional {
  answers: Answers;
  /** Dotted paths of the answers that were filled in; the page names them as assumed. */
  assumed: string[];
}

/** Stands in until the person names what the service keeps. */
const SAMPLE_RESOURCE = {
  name: "Record",
  plural: "records",
  fields: [{ name: "label", type: "str", required: true, max_length: 80 }],
};

/** Plain values for questions that have neither an answer nor a suggestion. */
const FALLBACK: Readonly<Record<string, unknown>> = {
  package_name: "my_project",
  repository_name: "my-project",
  description: "No description yet",
  purpose: "external_api",
  users: ["internal_team"],
  non_goals: [],
  author: "Nobody yet",
  tier: 3,
  resources: [],
  modules: [],
  paths: [],
  mode: "template",
};

/**
 * Fills open answers with suggestions, so that files can be previewed before the design is complete. A preview only:
 * what is assumed is listed and never saved.
 */
export function provisional(answers: PartialAnswers): Provisional {
  const filled = structuredClone(answers) as Record<string, Record<string, unknown>>;
  const assumed: string[] = [];
  for (const [stage, decisions] of Object.entries(catalog)) {
    filled[stage] ??= {};
    const group = filled[stage] as Record<string, unknown>;
    for (const [id, decision] of Object.entries(decisions) as [string, Decision][]) {
      if (group[id] !== undefined || !needed(decision, filled as PartialAnswers)) continue;
      group[id] = decision.suggest?.(filled as PartialAnswers)?.value ?? FALLBACK[id] ?? firstOption(decision);
      assumed.push(`${stage}.${id}`);
    }
  }
  const structure = filled.structure as { resources: unknown[] };
  if (structure.resources.length === 0 && isService(filled as PartialAnswers)) structure.resources = [SAMPLE_RESOURCE];
  return { answers: { plumbline: 1, ...filled } as unknown as Answers, assumed };
}

function needed(decision: Decision, answers: PartialAnswers): boolean {
  if (decision.presence === "required") return true;
  return decision.presence === "conditional" && (decision.askedWhen?.(answers) ?? true);
}

/** The most modest option: `none` or no where there is one, else the first. */
function firstOption(decision: Decision): unknown {
  if (decision.kind === "toggle") return false;
  if (!("options" in decision)) return decision.kind === "text" ? "" : [];
  const ids = decision.options.map(({ id }) => id);
  const id = ids.includes("none") ? "none" : (ids[0] as string);
  return decision.kind === "choices" ? [] : decision.kind === "number-choice" ? Number(id) : id;
}
