import { subPrompt } from "#lib/core/blueprint/sub-prompt.ts";
import type { Answers } from "#lib/core/catalog/answers.ts";
import { currentDraft } from "#lib/core/project/drafts.ts";
import { emptyState } from "#lib/core/project/evolve.ts";
import { plannedTasks } from "#lib/core/project/plan.ts";
import { reportOf } from "#lib/core/report/report-of.ts";
import type { Report } from "#lib/core/report/schema.ts";
import { type Rendered, render } from "./toolbox.ts";

/** The report of an answers file alone: a plan that nobody has approved, and files that nobody has accepted. Needs no database. */
export const answersReport = (answers: Answers): Report => designReport(render(answers));

/** The same of a design that is rendered already. */
export function designReport({ design, blueprint }: Rendered): Report {
  const { answers } = design;
  const { reasons = {}, ...stages } = answers;
  const state = { ...emptyState("answers"), answers: stages, reasons };
  const tasks = plannedTasks(state, blueprint.tasks).map((task) => ({ ...task, draft: currentDraft(task, []) }));
  return reportOf({
    design,
    state,
    tasks,
    texts: new Map(tasks.flatMap(({ path, text }) => (text === null ? [] : [[path, text]]))),
    verdicts: new Map(),
    drafts: [],
    log: [],
    prompt: (task) => subPrompt({ design, task, tasks }),
    at: null,
  });
}
