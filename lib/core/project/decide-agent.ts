import { lineProblems } from "../catalog/text-rules.ts";
import { err, ok, type Problem, type Result } from "../result.ts";
import { daysProblems } from "./days-problems.ts";
import type { ProjectEvent } from "./state.ts";

/** How long an agent's token is good for, in days. */
export const GRANT_DAYS = { usual: 7, most: 30 } as const;

/** Characters the name of an agent may have. */
export const AGENT_NAME_LENGTH = 60;

export type AgentCommand =
  | {
      type: "grant-agent";
      grantId: string;
      name: string;
      mayAccept: boolean;
      actsAsOwner: boolean;
      days: number;
      expiresAt: string;
    }
  | { type: "revoke-agent"; grantId: string; name: string };

/** Decides whether an agent gets a token, and writes down that one was taken away. Leave is given at any stage. */
export function decideAgent(command: AgentCommand): Result<ProjectEvent[]> {
  if (command.type === "revoke-agent")
    return ok([{ type: "agent-revoked", grantId: command.grantId, name: command.name }]);
  const { grantId, name, mayAccept, actsAsOwner, days, expiresAt } = command;
  const problems = [...nameProblems(name), ...daysProblems("token", days, GRANT_DAYS)];
  const own = actsAsOwner ? { actsAsOwner } : {};
  return problems.length > 0
    ? err(problems)
    : ok([{ type: "agent-granted", grantId, name, mayAccept, ...own, expiresAt }]);
}

function nameProblems(name: string): Problem[] {
  const problems = lineProblems(name, "name");
  if (problems.length > 0 || [...name].length <= AGENT_NAME_LENGTH) return problems;
  return [
    {
      path: "name",
      code: "too-long",
      message: `The name has more than ${AGENT_NAME_LENGTH} characters.`,
      hint: "Take a short one; it stands in the log next to what the agent did.",
    },
  ];
}
