"use client";
import { useState } from "react";
import { agentSnippets } from "#lib/core/view/agent-snippets.ts";
import type { AgentsView } from "#lib/core/view/agents-view.ts";
import type { GenerationView } from "#lib/core/view/generation-view.ts";
import type { JourneyView } from "#lib/core/view/journey-view.ts";
import { ProjectFrame } from "../../shell/project-frame.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { GenerationTabs } from "../generation-tabs.tsx";
import type { AgentActions } from "./agent-actions.ts";
import { GrantForm, type GrantLimits } from "./grant-form.tsx";
import { GrantTable } from "./grant-table.tsx";
import { NewToken } from "./new-token.tsx";

interface Props {
  view: GenerationView;
  journey: JourneyView;
  agents: AgentsView;
  /** The address of this server, as agents reach it. */
  origin: string;
  limits: GrantLimits;
  actions: AgentActions;
}

/** Who besides the person may work on the files, by which token, and what they did. */
export function AgentsWork({ view, journey, agents, origin, limits, actions }: Props) {
  const [made, setMade] = useState<{ token: string; name: string } | null>(null);
  return (
    <ProjectFrame journey={journey} current="generation">
      <GenerationTabs view={view} current="agents" />
      <header className="mt-5 mb-6">
        <h1 className="text-xl font-semibold">Agents</h1>
        <p className="measure mt-2 text-ink-soft">
          An agent with a token reads the tasks of this project and submits drafts, over MCP or HTTP. It can never
          approve the plan, answer a review, deliver, or make tokens. Accepting stays with you, unless you grant it. A
          program of your own can have a token that opens more.
        </p>
      </header>
      <div className="space-y-10">
        {made && (
          <NewToken
            name={made.name}
            token={made.token}
            snippets={agentSnippets({ origin, projectId: view.projectId, token: made.token })}
            onDone={() => setMade(null)}
          />
        )}
        <GrantForm limits={limits} actions={actions} onMade={(token, name) => setMade({ token, name })} />
        <section aria-labelledby="grants" className="space-y-3">
          <h2 id="grants" className="text-lg font-semibold">
            Tokens
          </h2>
          {agents.grants.length === 0 ? (
            <EmptyState title="No agent has leave">
              Each token you make will stand here with its end, its last use, and a button that revokes it at once.
            </EmptyState>
          ) : (
            <GrantTable grants={agents.grants} actions={actions} />
          )}
        </section>
        <section aria-labelledby="agent-log" className="space-y-3">
          <h2 id="agent-log" className="text-lg font-semibold">
            What agents did
          </h2>
          {agents.log.length === 0 ? (
            <EmptyState title="Nothing yet">
              Drafts and acceptances of agents, and each token given or revoked, will be listed here.
            </EmptyState>
          ) : (
            <ol className="divide-y divide-line rounded border border-line bg-panel">
              {agents.log.map((line) => (
                <li key={`${line.at}${line.what}`} className="flex flex-wrap gap-x-3 px-4 py-2">
                  <span className="min-w-0 flex-1" dir="auto">
                    <strong>{line.who}</strong> {line.what}
                  </span>
                  <span className="text-xs leading-5 text-ink-soft">{line.when}</span>
                </li>
              ))}
            </ol>
          )}
        </section>
      </div>
    </ProjectFrame>
  );
}
