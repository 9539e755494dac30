import type { AgentId } from "#lib/core/blueprint/agents.ts";
import { subPrompt } from "#lib/core/blueprint/sub-prompt.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { BadInput, data, EXIT, type ExitCode, json } from "../output.ts";
import { readAnswers } from "../read-answers.ts";

/** Prints the sub-prompt of one task, named by its id or its path. */
export async function run(
  file: string,
  options: Record<string, string | boolean | undefined>,
  wanted = "",
): Promise<ExitCode> {
  const agent = options.agent as AgentId;
  const { design, blueprint } = render(readAnswers(file));
  const task = blueprint.tasks.find(({ id, path }) => id === wanted.toUpperCase() || path === wanted);
  if (!task)
    throw new BadInput([
      {
        path: wanted,
        code: "unknown-task",
        message: `There is no task ${wanted} in this plan.`,
        hint: `Use TASK-001 to ${blueprint.tasks.at(-1)?.id ?? "TASK-001"}, or a path that \`plumbline plan\` lists.`,
      },
    ]);
  const text = subPrompt({ design, task, tasks: blueprint.tasks }, agent);
  if (options.json) json({ task: task.id, path: task.path, agent, prompt: text });
  else data(text);
  return EXIT.done;
}
