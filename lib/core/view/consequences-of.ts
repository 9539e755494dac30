import { answerAt, withAnswer } from "../catalog/access.ts";
import type { PartialAnswers } from "../catalog/answers.ts";
import { catalog, decisionAt } from "../catalog/index.ts";
import { decisionsBehind } from "../critic/fact-names.ts";
import { scorePreview } from "../design/facts.ts";
import { reversed } from "../project/evolve.ts";
import type { ProjectState } from "../project/state.ts";
import { answerWords } from "./answer-words.ts";
import type { ConsequencesView, FileMark, ScorePreview } from "./consequences-view.ts";
import { forRevision, linksOf } from "./decision-links.ts";
import { tierLabel } from "./evidence.ts";

const MARKS = { added: "+", removed: "-", changed: "~", same: "" } as const;

/** What a rendering of the answers so far came to; the shape of the preview verb. */
export interface Rendering {
  files: readonly { path: string; purpose: string; mark: keyof typeof MARKS }[];
  dependencies: readonly { name: string; group: string; mark: keyof typeof MARKS }[];
  assumed: readonly string[];
  gaps: readonly { message: string }[];
}

/** The consequences panel as plain data. */
export function consequencesOf(state: ProjectState, rendering: Rendering): ConsequencesView {
  const groups = new Map<string, { name: string; mark: FileMark["mark"] }[]>();
  for (const { name, group, mark } of rendering.dependencies)
    groups.set(group, [...(groups.get(group) ?? []), { name, mark: MARKS[mark] }]);
  return {
    version: state.version,
    filledIn: rendering.assumed.length,
    missing: null,
    tier: tierOf(state.answers),
    score: scoreOf(state),
    files: rendering.files.map(({ path, purpose, mark }): FileMark => ({ path, purpose, mark: MARKS[mark] })),
    dependencies: [...groups].map(([group, names]) => ({
      group: group === "runtime" ? "Dependencies" : "Development dependencies",
      names,
    })),
    gaps: [...new Set(rendering.gaps.map(({ message }) => message))],
  };
}

function tierOf(answers: PartialAnswers): ConsequencesView["tier"] {
  const answered = answers.intake?.tier;
  const value = answered ?? catalog.intake.tier.suggest?.(answers)?.value;
  return value === undefined ? null : { value, label: tierLabel(value), answered: answered !== undefined };
}

/** Scored only once the intake says enough; a score of nothing would be noise. */
function scoreOf(state: ProjectState): ScorePreview | null {
  if (state.answers.intake?.purpose === undefined) return null;
  const now = scorePreview(state.answers);
  const before = reversed(state.undo.at(-1) ?? []).reduce(
    (tree, { path, to }) => withAnswer(tree, path, to),
    state.answers,
  );
  return {
    dimensions: now.dimensions.map((dimension) => ({
      ...dimension,
      rules: dimension.rules.map((rule) => ({
        message: rule.message,
        points: rule.points,
        href: linksOf(state.id, forRevision(decisionsBehind(rule.reads)))[0]?.href ?? "",
      })),
    })),
    total: now.total,
    band: now.band,
    before: before.intake?.purpose === undefined ? null : scorePreview(before).total,
  };
}

/** Why a file is there: the decisions behind it, with the answer in words and the way to it. */
export function causesOf(
  state: ProjectState,
  because: readonly string[],
): { path: string; label: string; words: string; href: string }[] {
  return because.flatMap((path) => {
    const decision = decisionAt(path);
    if (!decision) return [];
    return [
      {
        path,
        label: decision.label,
        words: answerWords(decision, answerAt(state.answers, path)),
        href: `/p/${state.id}/${decision.stage}#${path}`,
      },
    ];
  });
}
