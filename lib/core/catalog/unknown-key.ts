import type { Problem } from "../result.ts";
import { ASKED_STAGES, type AskedStage, decisions, pathOf, STAGE_DECISIONS } from "./index.ts";
import { nearest } from "./nearest.ts";

/** Names of the rule book and of common speech, for people who write the file by hand. */
const OTHER_NAMES: Record<string, string> = {
  dep_manager: "architecture.dependency_manager",
  config: "architecture.configuration",
  errors: "architecture.error_handling",
  database: "architecture.persistence",
  python_min: "intake.python_version",
  python: "intake.python_version",
  license: "intake.licence",
  name: "intake.package_name",
  entity: "structure.resources",
  readme_langs: "features.readme_languages",
};

/** A key that no decision has, with where it belongs. */
export function unknownKey(stage: AskedStage | null, key: string): Problem {
  const path = stage ? `${stage}.${key}` : key;
  const elsewhere = OTHER_NAMES[key] ?? decisions.filter(({ id }) => id === key).map(pathOf)[0];
  const candidates = stage ? STAGE_DECISIONS[stage].map(({ id }) => id) : ["plumbline", ...ASKED_STAGES];
  const near = nearest(key, candidates);
  const hint = elsewhere ? `It stands at ${elsewhere}.` : near ? `Did you mean "${near}"?` : "Remove it.";
  return {
    path: path.slice(0, 120),
    code: "unknown_key",
    message: `"${key.slice(0, 60)}" is not ${stage ? `a decision of the ${stage} stage` : "a part of an answers document"}.`,
    hint,
  };
}

/** A path that names no decision, with the one that was probably meant. */
export function unknownDecision(path: string): Problem {
  const ids = decisions.map(({ id }) => id);
  const near = nearest(path.split(".").at(-1) ?? "", ids);
  const meant = decisions.find(({ id }) => id === near);
  const message = `There is no decision "${path.slice(0, 60)}".`;
  return {
    path: path.slice(0, 120),
    code: "unknown_decision",
    message,
    ...(meant ? { hint: `Did you mean "${pathOf(meant)}"?` } : {}),
  };
}
