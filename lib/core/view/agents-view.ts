import type { Draft } from "../project/drafts.ts";
import type { LoggedEvent, ProjectEvent } from "../project/state.ts";
import type { GrantView } from "./grant-view.ts";
import { whenWords } from "./when.ts";

/** One agent's leave, in words. */
export interface GrantLine {
  id: string;
  name: string;
  mayAccept: boolean;
  actsAsOwner: boolean;
  state: GrantView["state"];
  created: string;
  /** When it ends or ended. */
  expires: string;
  used: string;
}

/** One thing an agent did, or that was done about an agent. */
export interface AgentLogLine {
  /** ISO 8601; the order of the list. */
  at: string;
  when: string;
  who: string;
  what: string;
}

export interface AgentsView {
  grants: GrantLine[];
  log: AgentLogLine[];
}

interface Input {
  grants: readonly GrantView[];
  log: readonly LoggedEvent[];
  drafts: readonly Draft[];
  /** Milliseconds since 1970. */
  now: number;
}

const LINES = 50;

/** The agents of a project: who has leave, and what they did, the newest first. */
export function agentsView({ grants, log, drafts, now }: Input): AgentsView {
  const events = log.flatMap(({ at, by, event }) => {
    const what = eventWords(event);
    if (what === "" || (by.kind !== "agent" && !event.type.startsWith("agent-"))) return [];
    return [{ at, when: whenWords(at, now), who: by.kind === "agent" ? by.name : "You", what }];
  });
  const written = drafts
    .filter(({ source }) => source === "agent")
    .map(({ path, number, reason, createdAt }) => ({
      at: createdAt,
      when: whenWords(createdAt, now),
      who: "An agent",
      what: `wrote draft ${number} of ${path}${reason ? `: ${reason}` : ""}`,
    }));
  return {
    grants: grants.map((grant) => ({
      id: grant.id,
      name: grant.name,
      mayAccept: grant.mayAccept,
      actsAsOwner: grant.actsAsOwner,
      state: grant.state,
      created: whenWords(grant.createdAt, now),
      expires: untilWords(grant.expiresAt, now),
      used: grant.lastUsedAt ? whenWords(grant.lastUsedAt, now) : "never",
    })),
    log: [...events, ...written].sort((a, b) => b.at.localeCompare(a.at)).slice(0, LINES),
  };
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** How long a token still lasts. */
function untilWords(at: string, now: number): string {
  const left = Date.parse(at) - now;
  if (left <= 0) return whenWords(at, now);
  if (left >= 2 * DAY) return `in ${Math.round(left / DAY)} days`;
  if (left >= 2 * HOUR) return `in ${Math.round(left / HOUR)} hours`;
  return "within two hours";
}

function eventWords(event: ProjectEvent): string {
  switch (event.type) {
    case "agent-granted":
      return event.actsAsOwner
        ? `gave ${event.name} leave to do what you can over the API`
        : `gave ${event.name} leave${event.mayAccept ? ", which may accept files whose checks all pass" : ""}`;
    case "agent-revoked":
      return `revoked the token of ${event.name}`;
    case "tasks-accepted":
      return `accepted ${event.tasks.map(({ path }) => path).join(", ")}`;
    default:
      return "";
  }
}
