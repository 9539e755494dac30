import type { Metadata } from "next";
import { headers } from "next/headers";
import { requestOrigin } from "#app/_server/api/request-origin.ts";
import { stageFour } from "#app/_server/generation.ts";
import { AgentsWork } from "#components/generation/agents/agents-work.tsx";
import { LockedStep } from "#components/journey/locked-step.tsx";
import { AGENT_NAME_LENGTH, GRANT_DAYS } from "#lib/core/project/decide-agent.ts";
import { agentsView } from "#lib/core/view/agents-view.ts";
import { listGrants } from "#lib/wizard/list-grants.ts";
import { loadLog } from "#lib/wizard/load-project.ts";
import { grant, revoke } from "./actions.ts";

export const metadata: Metadata = { title: "Agents" };

/** The tokens of a project's agents, and what the agents did. */
export default async function AgentsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const four = await stageFour(projectId);
  if (four.locked)
    return <LockedStep journey={four.journey} current="generation" title="Agents" because={four.because} />;
  const { caller, generation, view, journey } = four;
  const grants = await listGrants(caller, projectId);
  const agents = agentsView({
    grants: grants.ok ? grants.value : [],
    log: await loadLog(caller, projectId),
    drafts: generation.drafts,
    now: caller.now.getTime(),
  });
  return (
    <AgentsWork
      view={view}
      journey={journey}
      agents={agents}
      limits={{ ...GRANT_DAYS, name: AGENT_NAME_LENGTH }}
      origin={requestOrigin(await headers())}
      actions={{ grant: grant.bind(null, projectId), revoke: revoke.bind(null, projectId) }}
    />
  );
}
