import { AGENTS, agentLabel } from "../blueprint/agents.ts";
import { type SubPromptInput, subPrompt, subPromptComment } from "../blueprint/sub-prompt.ts";
import type { Outcome } from "../checks/check.ts";
import { failuresOf } from "../checks/failures.ts";
import type { Design } from "../design/design.ts";
import type { WorkTask } from "./generation-view.ts";

/** The forms a sub-prompt is given in: one for each agent, and a comment block at the top of the file. */
export const PROMPT_FORMS = [...AGENTS, "comment"] as const;
export type PromptForm = (typeof PROMPT_FORMS)[number];

/** A task's sub-prompt with what people asked for and what failed last time, from every sandbox. */
export function promptInput(
  { design, tasks }: { design: Design; tasks: readonly WorkTask[] },
  task: WorkTask,
  outcomes: readonly Outcome[],
): SubPromptInput {
  return {
    design,
    task,
    tasks: tasks.filter(({ status }) => status !== "removed"),
    changeRequests: task.state.changeRequests ?? [],
    failures: failuresOf(outcomes),
  };
}

/** The text of one form. */
export const promptText = (input: SubPromptInput, form: PromptForm): string =>
  form === "comment" ? subPromptComment(input) : subPrompt(input, form);

/** Every form with its label. */
export const promptForms = (input: SubPromptInput): { id: string; label: string; text: string }[] =>
  PROMPT_FORMS.map((form) => ({
    id: form,
    label: form === "comment" ? "Comment block" : agentLabel(form),
    text: promptText(input, form),
  }));
