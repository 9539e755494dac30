import { reasonsNeeded, stageProblems } from "../catalog/answers.ts";
import type { Decision } from "../catalog/define.ts";
import { type AskedStage, catalog, pathOf } from "../catalog/index.ts";
import { stages } from "../catalog/stages.ts";
import { progress, type StepStatus } from "../project/progress.ts";
import type { ProjectState } from "../project/state.ts";
import type { Problem } from "../result.ts";
import { type DecisionLive, type DecisionText, decisionLive, decisionText } from "./decision-view.ts";
import { evidenceFor } from "./evidence.ts";
import { type JourneyView, journeyView } from "./journey-view.ts";
import { type RuleView, rulesFor } from "./rules-view.ts";

/** The texts of a stage; they never change while one works on it. */
export interface StageText {
  stage: AskedStage;
  number: number;
  title: string;
  intro: string;
  /** What confirming it means. */
  confirming: string;
  /** The words on the button that confirms it. */
  confirm: string;
  decisions: DecisionText[];
}

/** Everything of a stage that the answers change. */
export interface StageLive {
  journey: JourneyView;
  status: StepStatus;
  /** Why it is locked or stale. */
  because: string;
  decisions: DecisionLive[];
  /** What stands between these answers and a confirmation, reasons included. */
  problems: Problem[];
  rules: RuleView[];
  confirmed: { at: string; by: string } | null;
}

/** The fixed part of a stage page. */
export function stageText(stage: AskedStage): StageText {
  const about = stages.find(({ id }) => id === stage);
  if (!about) throw new Error(`stage ${stage} is not declared in stages.ts`);
  return {
    stage,
    number: about.number,
    title: about.title,
    intro: about.text,
    confirming: about.confirming,
    confirm: about.confirm,
    decisions: decisionsOf(stage).map(decisionText),
  };
}

/** The live part of a stage page for a project as it stands. */
export function stageLive(state: ProjectState, stage: AskedStage): StageLive {
  const step = progress(state).find((one) => one.step === stage);
  const reasons = reasonsNeeded(stage, state.answers);
  const unexplained = reasons.filter(({ path }) => !state.reasons[path]?.trim());
  const confirmation = state.confirmations[stage];
  return {
    journey: journeyView(state),
    status: step?.status ?? "locked",
    because: step?.because ?? "",
    decisions: decisionsOf(stage).map((decision) => {
      const asked = reasons.find(({ path }) => path === pathOf(decision));
      return decisionLive(decision, state, asked?.message ?? null, evidenceFor(pathOf(decision), state.answers));
    }),
    problems: [...stageProblems(stage, state.answers), ...unexplained],
    rules: rulesFor(state.answers, stage),
    confirmed: confirmation ? { at: confirmation.at, by: confirmation.by.name } : null,
  };
}

const decisionsOf = (stage: AskedStage): Decision[] => Object.values(catalog[stage]) as Decision[];
