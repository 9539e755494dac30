import type { Task } from "./blueprint.ts";

/** Who a sub-prompt can be addressed to; `generic` is anybody. */
export const AGENTS = ["generic", "claude-code", "cursor", "copilot"] as const;
export type AgentId = (typeof AGENTS)[number];

/** How each agent is addressed: what stands before and after the same text. */
export const FORMS: Readonly<Record<AgentId, { label: string; wrap(text: string, task: Task): string }>> = {
  generic: { label: "Any agent", wrap: (text) => text },
  "claude-code": {
    label: "Claude Code",
    wrap: (text, task) =>
      `Write exactly one file: \`${task.path}\`. Do not touch any other file and do not run commands that change the repository.\n\n${text}\nWhen the file is written, run the checks of section 7 that exist in this repository and report their output.\n`,
  },
  cursor: {
    label: "Cursor",
    wrap: (text, task) =>
      `@${task.path}\nGenerate the whole content of this file. Keep every other file as it is.\n\n${text}`,
  },
  copilot: {
    label: "GitHub Copilot (chat)",
    wrap: (text, task) =>
      `#file:${task.path}\nReplace the content of this file with what the following specification asks for.\n\n${text}`,
  },
};

/** An agent's own name, for people. */
export const agentLabel = (agent: AgentId): string => FORMS[agent].label;
