"use client";
import { useState } from "react";
import type { GrantLine } from "#lib/core/view/agents-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ProblemList } from "../problem-list.tsx";
import { useAct } from "../use-act.ts";
import type { AgentActions } from "./agent-actions.ts";

const STATE = {
  active: { tone: "good", word: "active" },
  expired: { tone: "plain", word: "expired" },
  revoked: { tone: "plain", word: "revoked" },
} as const;

/** Every token of the project; the secret itself is not kept anywhere. */
export function GrantTable({ grants, actions }: { grants: readonly GrantLine[]; actions: AgentActions }) {
  const act = useAct();
  const [asking, setAsking] = useState("");
  return (
    <>
      <ProblemList problems={act.problems} title="The token was not revoked" />
      <ul className="divide-y divide-line rounded border border-line bg-panel">
        {grants.map((grant) => (
          <li key={grant.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
            <div className="min-w-[12rem] flex-1">
              <p className="flex flex-wrap items-center gap-2">
                <strong dir="auto">{grant.name}</strong>
                <Badge tone={STATE[grant.state].tone}>{STATE[grant.state].word}</Badge>
                {grant.actsAsOwner ? (
                  <Badge tone="accent">acts as you</Badge>
                ) : (
                  grant.mayAccept && <Badge tone="accent">may accept</Badge>
                )}
              </p>
              <p className="text-xs text-ink-soft">
                Made {grant.created}, {grant.state === "expired" ? "ended" : "ends"} {grant.expires}. Last used:{" "}
                {grant.used}.
              </p>
            </div>
            {grant.state === "active" &&
              (asking === grant.id ? (
                <span className="flex gap-2">
                  <Button size="sm" onClick={() => setAsking("")}>
                    Keep it
                  </Button>
                  <Button
                    size="sm"
                    look="danger"
                    disabled={act.busy}
                    onClick={() =>
                      act.run(
                        () => actions.revoke(grant.id),
                        () => setAsking(""),
                      )
                    }
                  >
                    Revoke now
                  </Button>
                </span>
              ) : (
                <Button size="sm" aria-label={`Revoke the token of ${grant.name}`} onClick={() => setAsking(grant.id)}>
                  Revoke
                </Button>
              ))}
          </li>
        ))}
      </ul>
    </>
  );
}
